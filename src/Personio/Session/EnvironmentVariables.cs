using System.Net;

namespace Personio;

/// <summary>Environment variables as people set them: copied with a line break or an invisible character.</summary>
internal static class EnvironmentVariables
{
    /// <summary>The value without what is around it and cannot be seen; null where nothing else is in it.</summary>
    public static string? Read(string name) =>
        ClientCredential.Trimmed(Environment.GetEnvironmentVariable(name) ?? "") is { Length: > 0 } value ? value : null;

    /// <summary>The credential of a service.</summary>
    /// <param name="prefix">What the names of its variables begin with: PERSONIO for PERSONIO_CLIENT_ID.</param>
    /// <param name="connect">What to run instead, with its parameters.</param>
    /// <param name="tell">Tells which variables are used, never what is in them.</param>
    /// <exception cref="PersonioException">One of them is not set (<c>AuthenticationFailed</c>).</exception>
    public static NetworkCredential Credential(string prefix, string connect, Action<string> tell)
    {
        (string idName, string secretName) = ($"{prefix}_CLIENT_ID", $"{prefix}_CLIENT_SECRET");
        (string? id, string? secret) = (Read(idName), Read(secretName));
        if (id is null || secret is null)
        {
            throw new PersonioException(ErrorKind.AuthenticationFailed, (id ?? secret) is null
                ? $"There is no credential. Run {connect} -Credential (Get-Credential), set {idName} and {secretName} in the "
                    + $"environment, or try {connect.Split(' ')[0]} -Sandbox."
                : id is null
                    ? $"{secretName} is set in the environment, but {idName} is not: set both."
                    : $"{idName} is set in the environment, but {secretName} is not: set both.");
        }

        tell($"Connecting with {idName} and {secretName} from the environment.");
        return new NetworkCredential(id, secret);
    }
}
