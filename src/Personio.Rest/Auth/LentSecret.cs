using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace Personio.Rest;

/// <summary>Reads the secret of a credential without making a text of it, which nobody could clear.</summary>
public static class LentSecret
{
    /// <summary>Reads a secret that is cleared as soon as this returns.</summary>
    /// <param name="secret">The characters; valid during the call alone.</param>
    public delegate T Reader<out T>(ReadOnlySpan<char> secret);

    /// <summary>Lends the secret of a credential.</summary>
    /// <param name="credential">The credential; one without a secret lends nothing.</param>
    /// <param name="read">Reads the characters.</param>
    /// <returns>What was read.</returns>
    public static T Read<T>(NetworkCredential credential, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(read);
        using SecureString secure = credential.SecurePassword;
        // Pinned: the collector leaves a copy behind where it moves an array.
        char[] secret = GC.AllocateUninitializedArray<char>(secure.Length, pinned: true);
        IntPtr memory = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            Marshal.Copy(memory, secret, 0, secret.Length);
            return read(secret);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(secret.AsSpan()));
        }
    }
}
