using System.Security.Cryptography;
using System.Text;

namespace Personio.Rest.Auth;

/// <summary>A form with one secret field. Disposing of the request clears it.</summary>
internal sealed class SecretForm : ByteArrayContent
{
    private readonly byte[] _bytes;

    private SecretForm(byte[] bytes, int length)
        : base(bytes, 0, length)
    {
        _bytes = bytes;
        Headers.ContentType = new("application/x-www-form-urlencoded");
    }

    /// <summary>Creates a form.</summary>
    /// <param name="fields">The other fields.</param>
    /// <param name="name">The name of the secret field.</param>
    /// <param name="secret">The value of the secret field.</param>
    public static SecretForm From(
        IEnumerable<KeyValuePair<string, string>> fields, string name, ReadOnlySpan<char> secret)
    {
        var beginning = new StringBuilder();
        foreach ((string field, string value) in fields)
        {
            beginning.Append(Plain(field)).Append('=').Append(Plain(value)).Append('&');
        }

        beginning.Append(Plain(name)).Append('=');
        byte[] bytes = GC.AllocateUninitializedArray<byte>(
            beginning.Length + FormEncoding.MaxByteCount(secret), pinned: true);
        int length = Encoding.ASCII.GetBytes(beginning.ToString(), bytes);
        length += FormEncoding.Encode(secret, bytes.AsSpan(length));
        return new SecretForm(bytes, length);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_bytes);
        }

        base.Dispose(disposing);
    }

    private static string Plain(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
