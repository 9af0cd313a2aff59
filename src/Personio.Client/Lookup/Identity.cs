using Personio.Models;

namespace Personio.Client;

/// <summary>The ids of rows.</summary>
internal static class Identity
{
    /// <summary>The id that is unique in the listing of a row; null for a row without one.</summary>
    public static string? Of<T>(T row) => (row as IIdentified)?.Identity;
}
