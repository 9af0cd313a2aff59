using System.Net;
using System.Security;

namespace Personio;

/// <summary>
/// Client id and client secret as people hand them over: copied with a line break or an invisible character, or each in
/// the place of the other.
/// </summary>
internal static class ClientCredential
{
    private const string Papi = "papi-";

    /// <summary>
    /// The credential without what is around id and secret and cannot be seen. Clears the one that was given, and
    /// whoever gets this one clears it when the session has its own.
    /// </summary>
    /// <exception cref="PersonioException">
    /// One of them is empty, or they are swapped (<c>AuthenticationFailed</c>).
    /// </exception>
    public static NetworkCredential Clean(NetworkCredential given) => Clean(
        given,
        "Client id and client secret are swapped: the id is papi- and a UUID, and what was given as the secret has that "
        + "form. In a credential, the client id is the user name.",
        text => text.StartsWith(Papi, StringComparison.OrdinalIgnoreCase) && IsUuid(text[Papi.Length..]));

    /// <summary>The same for a worker app of PingOne, whose client id is a UUID.</summary>
    /// <exception cref="PersonioException">
    /// One of them is empty, or they are swapped (<c>AuthenticationFailed</c>).
    /// </exception>
    public static NetworkCredential CleanWorkerApp(NetworkCredential given) => Clean(
        given,
        "Client id and client secret are swapped: the id is a UUID, and what was given as the secret is one. In a "
        + "credential, the client id is the user name.",
        IsUuid);

    private static NetworkCredential Clean(NetworkCredential given, string swapped, LentSecret.Reader<bool> isId)
    {
        string id = Trimmed(given.UserName);
        try
        {
            return LentSecret.Read(given, all =>
            {
                ReadOnlySpan<char> secret = all[Visible(all)];
                string? wrong = id.Length == 0 ? "The client id is empty."
                    : secret.Length == 0 ? "The client secret is empty."
                    : !isId(id) && isId(secret) ? swapped
                    : null;
                return wrong is null
                    ? Made(id, secret)
                    : throw new PersonioException(ErrorKind.AuthenticationFailed, wrong);
            });
        }
        finally
        {
            given.Password = "";
        }
    }

    /// <summary>The text without white space and invisible characters around it.</summary>
    public static string Trimmed(string text) => text[Visible(text)];

    private static NetworkCredential Made(string id, ReadOnlySpan<char> secret)
    {
        using var secure = new SecureString();
        foreach (char c in secret)
        {
            secure.AppendChar(c);
        }

        return new NetworkCredential(id, secure);
    }

    // Where the text is without what is around it.
    private static Range Visible(ReadOnlySpan<char> text)
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
