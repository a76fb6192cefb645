# What the trader may do: read the exchange key of its environments, and nothing else. deploy/vault/setup replaces the +
# by the environments that it is given, one rule for each.
path "secret/data/firstfill/+/mexc" {
  capabilities = ["read"]
}
