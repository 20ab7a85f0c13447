CREATE ROLE "translate-flow" LOGIN;
