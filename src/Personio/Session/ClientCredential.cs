using System.Net;
using System.Security;

namespace Personio;

/// <summary>
/// Cleans client ID and client secret as people enter them: copied with a line break or an invisible character, or
/// swapped.
/// </summary>
internal static class ClientCredential
{
    private const string PersonioIdPrefix = "papi-";

    /// <summary>
    /// Returns the credential without surrounding whitespace and invisible characters. Clears the secret of the given
    /// credential; the caller clears the returned one once the session has its own copy.
    /// </summary>
    /// <exception cref="PersonioException">
    /// The ID or secret is empty, or they are swapped (<c>AuthenticationFailed</c>).
    /// </exception>
    public static NetworkCredential Clean(NetworkCredential credential) => Clean(
        credential,
        "Client id and client secret are swapped: the id is papi- and a UUID, and what was given as the secret has "
        + "that form. In a credential, the client id is the user name.",
        text => text.StartsWith(PersonioIdPrefix, StringComparison.OrdinalIgnoreCase)
            && IsUuid(text[PersonioIdPrefix.Length..]));

    /// <summary>Does the same for a PingOne worker app, whose client ID is a UUID.</summary>
    /// <exception cref="PersonioException">
    /// The ID or secret is empty, or they are swapped (<c>AuthenticationFailed</c>).
    /// </exception>
    public static NetworkCredential CleanWorkerApp(NetworkCredential credential) => Clean(
        credential,
        "Client id and client secret are swapped: the id is a UUID, and what was given as the secret is one. In a "
        + "credential, the client id is the user name.",
        IsUuid);

    private static NetworkCredential Clean(NetworkCredential credential, string swapped, SecretAccess.Reader<bool> isId)
    {
        string id = Trim(credential.UserName);
        try
        {
            return SecretAccess.Read(credential, all =>
            {
                ReadOnlySpan<char> secret = all[VisibleRange(all)];
                string? wrong = id.Length == 0 ? "The client id is empty."
                    : secret.Length == 0 ? "The client secret is empty."
                    : !isId(id) && isId(secret) ? swapped
                    : null;
                return wrong is null
                    ? Create(id, secret)
                    : throw new PersonioException(ErrorKind.AuthenticationFailed, wrong);
            });
        }
        finally
        {
            credential.Password = "";
        }
    }

    /// <summary>Removes surrounding whitespace and invisible characters.</summary>
    public static string Trim(string text) => text[VisibleRange(text)];

    private static NetworkCredential Create(string id, ReadOnlySpan<char> secret)
    {
        using var secure = new SecureString();
        foreach (char c in secret)
        {
            secure.AppendChar(c);
        }

        return new NetworkCredential(id, secure);
    }

    // The range of the text without its invisible ends.
    private static Range VisibleRange(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsInvisible(text[start]))
        {
            start++;
        }

        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return start..end;
    }

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || CharacterKind.IsInvisible(c);

    private static bool IsUuid(ReadOnlySpan<char> text) => Guid.TryParseExact(text, "D", out _);
}
