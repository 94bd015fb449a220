"""Records of all documents, merged to events; nothing that a record says is lost."""
