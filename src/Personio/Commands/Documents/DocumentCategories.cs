using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The company's document categories for one cmdlet, read when the first category is specified by name.
/// </summary>
internal sealed class DocumentCategories(ConnectedCmdletBase command)
{
    private readonly CachedList<DocumentCategory> _all = CachedLists.From(command, CompanyLists.DocumentCategories);

    /// <summary>The id of a category. A number is used as the id, without a request.</summary>
    /// <exception cref="PersonioException">No category has the name, or several have it.</exception>
    public string IdOf(string nameOrId)
    {
        string text = nameOrId.Trim();
        return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : _all.Find(text).DocumentCategoryId!;
    }

    /// <summary>True if a category with this id exists; null if unknown.</summary>
    public bool? Has(string id)
    {
        try
        {
            return _all.Find(id).DocumentCategoryId == id;
        }
        catch (PersonioException fault)
        {
            return fault.Noun == nameof(DocumentCategory) ? false : null;
        }
    }
}
