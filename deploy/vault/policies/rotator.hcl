# What a person or a job that stores exchange keys may do: write and delete them, and see which versions there are. It
# cannot read a key, not even the one that it wrote.
path "secret/data/firstfill/+/mexc" {
  capabilities = ["create", "update", "delete"]
}

path "secret/metadata/firstfill/+/mexc" {
  capabilities = ["read", "delete"]
}
