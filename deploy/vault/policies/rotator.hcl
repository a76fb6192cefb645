# What a person or a job that stores exchange keys and the secrets of notifications may do: write and delete them, and see
# which versions there are. It cannot read one, not even the one that it wrote.
path "secret/data/firstfill/+/mexc" {
  capabilities = ["create", "update", "delete"]
}

path "secret/metadata/firstfill/+/mexc" {
  capabilities = ["read", "delete"]
}

path "secret/data/firstfill/+/notifications/+" {
  capabilities = ["create", "update", "delete"]
}

path "secret/metadata/firstfill/+/notifications/+" {
  capabilities = ["read", "delete"]
}
