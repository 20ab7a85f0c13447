"""The desk for a team: accounts, roles, who may see what, and the server that people reach over the network.

base, schema/  the database of accounts: SQLite for one desk, PostgreSQL for several; numbered SQL files
events, wire   with PostgreSQL: the statements' events, and news between desks; granting: what the desks' role may do
queue, worker  what workers do: the desk's side, and theirs; tray  texts that are handed over; house  git and mail by the clock
mail           digests by mail, for those who want one
scribe, upstream  what the team does, committed; exchanged with a remote. git  asks it; keeper  `translate-flow team git`
roles          what a role may do; where a grant of it holds
names          account names that cannot be taken for one another
accounts       people, their grants, invitations, and who is named for confidential statements
sessions       who is signed in, until when
passwords, passkeys  the ways to prove who one is
oidc, outside  the network's own sign-in: what is asked and believed, and its two addresses
rights         what an account may see and do (`workspace.access`), asked wherever statements are read
permissions    what each of the desk's addresses asks for: one that is not listed is shut
guard          every request, before anything of it is believed
pages, people  signing in, one's account; the administrator's list of people
server         `translate-flow serve`; share  `translate-flow desk --share`
"""
