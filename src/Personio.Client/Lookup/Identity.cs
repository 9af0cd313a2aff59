using System.Security.Cryptography;
using System.Text;
using Personio.Models;

namespace Personio.Client;

/// <summary>Determines the ids of rows.</summary>
internal static class Identity
{
    /// <summary>Returns an id that is unique within the listing of a row; null if the row has none.</summary>
    public static string? Get<T>(T row) => row switch
    {
        IIdentified identified => identified.Identity,
        // A person is a member of a project only once.
        ProjectMember member => member.PersonId,
        // Ids of rows without a model may belong to several kinds of objects: only completely equal rows are
        // duplicates.
        RawRow { Value: ValueMap map } when map.ContainsKey("id") => Fingerprint(map.ToString()),
        _ => null,
    };

    // A hash that is as short as an id.
    private static string Fingerprint(string text) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString("D");
}
