namespace Personio.Parameters;

/// <summary>
/// Rejects a secret typed as plain text and explains the alternatives; PowerShell would only report a type mismatch.
/// The message does not repeat the text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        value is string
            ? throw new FormatException(
                "Plain-text secrets are not accepted because they would remain in the history and in logs. "
                + "Specify -Credential (Get-Credential), or -ClientSecret (Read-Host -AsSecureString); for unattended "
                + "runs set PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET in the environment, or use -SecretName.")
            : value;
}
