using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>The company's document categories for one cmdlet: read when the first is given by its name.</summary>
internal sealed class DocumentCategories(ConnectedCmdletBase command)
{
    private readonly CachedList<DocumentCategory> _all = CachedLists.From(command, CompanyLists.DocumentCategories);

    /// <summary>The id of a category. A number is an id already, and nothing is asked for it.</summary>
    /// <exception cref="PersonioException">There is none of this name, or several.</exception>
    public string IdOf(string nameOrId)
    {
        string text = nameOrId.Trim();
        return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : _all.Find(text).DocumentCategoryId!;
    }

    /// <summary>Whether there is a category of this id; null where that cannot be known.</summary>
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
