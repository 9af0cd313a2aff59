using System.Net;
using Personio.Client;

namespace Personio;

/// <summary>What the environment says about the connection, for what was not given as a parameter.</summary>
internal static class EnvironmentSettings
{
    /// <summary>Who is calling; null where PERSONIO_APP_ID is not set.</summary>
    public static string? AppId => EnvironmentVariables.Read("PERSONIO_APP_ID");

    /// <summary>The partner calling; null where PERSONIO_PARTNER_ID is not set.</summary>
    public static string? PartnerId => EnvironmentVariables.Read("PERSONIO_PARTNER_ID");

    /// <summary>The credential of PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET.</summary>
    /// <param name="tell">Tells which variables are used, never what is in them.</param>
    /// <exception cref="PersonioException">One of them is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(Action<string> tell) =>
        EnvironmentVariables.Credential("PERSONIO", "Connect-Personio", tell);

    /// <summary>The origin of the API in PERSONIO_BASE_URL. Default: that of Personio.</summary>
    /// <param name="tell">Tells which variables are used, never what is in them.</param>
    /// <exception cref="PersonioException">It is not an address (<c>InvalidRequest</c>).</exception>
    public static Uri BaseUri(Action<string> tell)
    {
        if (EnvironmentVariables.Read("PERSONIO_BASE_URL") is not { } text)
        {
            return SessionOptions.DefaultBaseUri;
        }

        tell("Taking the base address from PERSONIO_BASE_URL.");
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            ? address
            : throw PersonioException.Invalid(
                // What stands before an @ may be a password, so it is not repeated.
                $"{(text.Contains('@', StringComparison.Ordinal) ? "PERSONIO_BASE_URL" : $"'{text}'")} is not a web address. "
                + $"Set PERSONIO_BASE_URL to one such as {SessionOptions.DefaultBaseUri}.");
    }
}
