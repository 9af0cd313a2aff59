using System.Management.Automation;

namespace Personio;

/// <summary>
/// Looks at a folder that a script block made from a piped object: what comes from Personio may name a folder, but not
/// lead out of it.
/// </summary>
internal static class CheckedDestination
{
    /// <summary>The folder, checked.</summary>
    /// <param name="destination">The folder as it was bound.</param>
    /// <param name="input">The object that was piped; null where none was.</param>
    /// <exception cref="PersonioException">A text of the object leads elsewhere (<c>InvalidRequest</c>).</exception>
    public static string From(string destination, PSObject? input)
    {
        string? leading = input?.BaseObject is null or string
            ? null
            : input.Properties.Where(property => property.IsGettable && property.TypeNameOfValue == "System.String")
                .Select(property => property.Value as string)
                .FirstOrDefault(text => IsPath(text) && destination.Contains(text!, StringComparison.Ordinal));
        return leading is null
            ? destination
            : throw PersonioException.Invalid(
                $"The destination '{destination}' contains '{leading}' from the piped object, which could lead to "
                + "another folder. Use a property without path separators, such as DocumentId.");
    }

    private static bool IsPath(string? text) =>
        text is not null && (text.Contains('/') || text.Contains('\\') || text.Trim() is ".." or ".");
}
