using System.Security.Cryptography;
using System.Text;
using Personio.Models;

namespace Personio.Client;

/// <summary>The ids of rows.</summary>
internal static class Identity
{
    /// <summary>The id that is unique in the listing of a row; null for a row without one.</summary>
    public static string? Get<T>(T row) => row switch
    {
        IIdentified identified => identified.Identity,
        // A person is a member of a project once.
        ProjectMember member => member.PersonId,
        // Ids of rows that no model stands for may belong to several kinds: only rows that are equal in all are the same.
        RawRow { Value: ValueMap map } when map.ContainsKey("id") => PrintOf(map.ToString()),
        _ => null,
    };

    // As short as an id.
    private static string PrintOf(string text) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString("D");
}
