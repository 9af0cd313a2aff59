using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Personio.Rest.Auth;

/// <summary>
/// Form encoding (<c>application/x-www-form-urlencoded</c>) from characters into bytes, without a string in between.
/// </summary>
internal static class FormEncoding
{
    private const string Unreserved = "-_.~";

    /// <summary>Encodes a text into a buffer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The buffer: three bytes for each byte of the text in UTF-8.</param>
    /// <param name="plain">The characters left as they are, in addition to letters and digits.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> target, string plain = Unreserved)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(text, bytes);
            int length = 0;
            foreach (byte one in bytes)
            {
                if (char.IsAsciiLetterOrDigit((char)one) || plain.Contains((char)one, StringComparison.Ordinal))
                {
                    target[length++] = one;
                }
                else if (one == ' ')
                {
                    target[length++] = (byte)'+';
                }
                else
                {
                    target[length++] = (byte)'%';
                    target[length++] = (byte)"0123456789ABCDEF"[one >> 4];
                    target[length++] = (byte)"0123456789ABCDEF"[one & 15];
                }
            }

            return length;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The most bytes a text can take when encoded.</summary>
    public static int MaxByteCount(ReadOnlySpan<char> text) => 3 * Encoding.UTF8.GetByteCount(text);

    /// <summary>
    /// The credentials of the header <c>Authorization: Basic</c>: ID and secret are form-encoded before they are joined
    /// and Base64-encoded (RFC 6749, section 2.3.1).
    /// </summary>
    /// <param name="id">The client ID.</param>
    /// <param name="secret">The client secret.</param>
    /// <param name="read">Reads the characters, which are cleared afterwards.</param>
    public static T EncodeBasic<T>(string id, ReadOnlySpan<char> secret, SecretAccess.Reader<T> read)
    {
        const string Plain = "-_.!*()";
        byte[] joined = GC.AllocateUninitializedArray<byte>(MaxByteCount(id) + 1 + MaxByteCount(secret), pinned: true);
        char[] encoded = GC.AllocateUninitializedArray<char>((joined.Length + 2) / 3 * 4, pinned: true);
        try
        {
            int length = Encode(id, joined, Plain);
            joined[length++] = (byte)':';
            length += Encode(secret, joined.AsSpan(length), Plain);
            Convert.TryToBase64Chars(joined.AsSpan(0, length), encoded, out int written);
            return read(encoded.AsSpan(0, written));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(joined);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(encoded.AsSpan()));
        }
    }
}
