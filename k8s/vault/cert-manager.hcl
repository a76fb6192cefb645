# What cert-manager may do: have the gateway's certificate signed, for the names that the PKI role firstfill allows.
path "pki/sign/firstfill" {
  capabilities = ["create", "update"]
}
