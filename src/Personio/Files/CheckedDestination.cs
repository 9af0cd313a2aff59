using System.Management.Automation;

namespace Personio;

/// <summary>
/// Checks a folder that a script block built from a piped object: data from Personio may name a folder but not lead
/// outside of it.
/// </summary>
internal static class CheckedDestination
{
    /// <summary>Returns the folder if it is safe.</summary>
    /// <param name="destination">The folder as bound.</param>
    /// <param name="input">The piped object; null if none was piped.</param>
    /// <exception cref="PersonioException">
    /// A text of the object could lead to another folder (<c>InvalidRequest</c>).
    /// </exception>
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
