# Requirements of tests that a machine may not meet. Dot-source it in BeforeAll.

$needed = @{}

# Skips the calling test if a module is not installed; the reason is shown at the end of all tests.
function Skip-WithoutModule {
    param([string[]] $Name)

    $missing = $Name | Where-Object {
        if (-not $needed.ContainsKey($_)) {
            $needed[$_] = [bool] (Get-Module $_ -ListAvailable)
        }

        -not $needed[$_]
    }
    if ($missing) {
        Set-ItResult -Skipped -Because "it needs $($missing -join ' and ')"
    }
}
