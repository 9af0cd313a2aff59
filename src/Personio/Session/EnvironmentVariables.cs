using System.Net;

namespace Personio;

/// <summary>
/// Reads environment variables as people set them: copied with a line break or an invisible character.
/// </summary>
internal static class EnvironmentVariables
{
    /// <summary>
    /// Returns the value without surrounding whitespace and invisible characters; null if nothing remains.
    /// </summary>
    public static string? Read(string name) =>
        ClientCredential.Trim(Environment.GetEnvironmentVariable(name) ?? "") is { Length: > 0 } value
            ? value
            : null;

    /// <summary>Returns the credential for a service.</summary>
    /// <param name="prefix">The prefix of the variable names: PERSONIO for PERSONIO_CLIENT_ID.</param>
    /// <param name="connect">The command to suggest instead, with its parameters.</param>
    /// <param name="tell">Receives the names of the variables used, never their values.</param>
    /// <exception cref="PersonioException">A variable is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(string prefix, string connect, Action<string> tell)
    {
        (string idName, string secretName) = ($"{prefix}_CLIENT_ID", $"{prefix}_CLIENT_SECRET");
        (string? id, string? secret) = (Read(idName), Read(secretName));
        if (id is null || secret is null)
        {
            throw new PersonioException(ErrorKind.AuthenticationFailed, (id ?? secret) is null
                ? $"No credential was found. Run {connect} -Credential (Get-Credential), set {idName} and {secretName} "
                    + $"in the environment, or try {connect.Split(' ')[0]} -Sandbox."
                : id is null
                    ? $"{secretName} is set in the environment, but {idName} is not: set both."
                    : $"{idName} is set in the environment, but {secretName} is not: set both.");
        }

        tell($"Connecting with {idName} and {secretName} from the environment.");
        return new NetworkCredential(id, secret);
    }
}
