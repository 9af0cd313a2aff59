# Client id, client secret and the address come from the environment.
Import-Module $env:PERSONIO_BENCHMARK_MANIFEST
Connect-Personio
