using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace Personio.Rest;

/// <summary>Reads the secret of a credential without creating a string, which could not be cleared.</summary>
public static class SecretAccess
{
    /// <summary>Reads a secret that is cleared as soon as this delegate returns.</summary>
    /// <param name="secret">The characters, valid only during the call.</param>
    public delegate T Reader<out T>(ReadOnlySpan<char> secret);

    /// <summary>Lends the secret of a credential to a reader.</summary>
    /// <param name="credential">The credential; without a secret, the reader receives no characters.</param>
    /// <param name="read">Reads the characters.</param>
    /// <returns>What the reader returned.</returns>
    public static T Read<T>(NetworkCredential credential, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(read);
        using SecureString secure = credential.SecurePassword;
        // Pinned: the garbage collector would leave a copy behind when it moves the array.
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
