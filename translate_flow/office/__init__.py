"""What the formats of word processors share: safe XML parts, formatting as inline marks, language tags."""
