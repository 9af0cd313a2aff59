using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// Finds the object of a short list that a user refers to by ID or name. IDs take precedence over names; case is
/// ignored.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="noun">The noun of the objects in errors and cmdlet names, for example <c>AbsenceType</c>.</param>
/// <param name="words">The type of the objects in words, for example <c>absence type</c>.</param>
/// <param name="idOf">Returns the ID of an object.</param>
/// <param name="nameOf">Returns the name of an object.</param>
internal sealed class NameResolver<T>(string noun, string words, Func<T, string?> idOf, Func<T, string?> nameOf)
    where T : class
{
    /// <summary>Creates a resolver for the entries of a company list.</summary>
    public NameResolver(CompanyList<T> list)
        : this(list.Noun, list.Words, list.IdOf, list.NameOf)
    {
    }

    /// <summary>Returns the only object that matches.</summary>
    /// <param name="all">
    /// The whole list; empty if the company has no entries or the credential may not read them.
    /// </param>
    /// <param name="nameOrId">The name or ID.</param>
    /// <exception cref="PersonioException">
    /// No object matches (<c>NotFound</c>), and the message suggests similar names; or several have the name
    /// (<c>InvalidRequest</c>), and the message lists their IDs.
    /// </exception>
    public T Find(IReadOnlyList<T> all, string nameOrId)
    {
        if (all.FirstOrDefault(one => idOf(one).EqualsIgnoringCase(nameOrId)) is { } byId)
        {
            return byId;
        }

        T[] named = [.. all.Where(one => IsNamed(one, nameOrId))];
        return named switch
        {
            [T only] => only,
            [] => throw NotFound(all, nameOrId),
            _ => throw PersonioException.Invalid(
                $"'{nameOrId}' matches more than one {words}. Specify the id: "
                + $"{string.Join(", ", named.Select(Label))}."),
        };
    }

    /// <summary>
    /// Returns all objects that a filter selects: those with the ID or name, or else those that match its wildcards.
    /// </summary>
    /// <param name="all">The whole list.</param>
    /// <param name="wanted">The ID, name, or wildcard pattern.</param>
    /// <exception cref="PersonioException">
    /// Nothing has the name, and it contains no wildcards (<c>NotFound</c>).
    /// </exception>
    public IReadOnlyList<T> FindAll(IReadOnlyList<T> all, string wanted)
    {
        T[] found = [.. all.Where(one => idOf(one).EqualsIgnoringCase(wanted) || IsNamed(one, wanted))];
        if (found.Length > 0)
        {
            return found;
        }

        var pattern = new NameWildcard(wanted);
        return WildcardPattern.ContainsWildcardCharacters(wanted)
            ? [.. all.Where(one => pattern.IsMatch(nameOf(one) ?? ""))]
            : throw NotFound(all, wanted);
    }

    private bool IsNamed(T one, string name) => (nameOf(one)?.Trim()).EqualsIgnoringCase(name.Trim());

    private PersonioException NotFound(IReadOnlyList<T> all, string nameOrId) => new(
        ErrorKind.NotFound,
        $"{char.ToUpperInvariant(words[0])}{words[1..]} '{nameOrId}' was not found" + (all.Count == 0
            ? ": the company has none, or the credential cannot read them."
            : $".{DidYouMean.ToQuestion(Near(all, nameOrId).Select(Label))} Run Get-Personio{noun} to list all."))
        {
            Noun = noun,
        };

    private IEnumerable<T> Near(IReadOnlyList<T> all, string name) => EditDistance.Nearest(
        all.Where(one => nameOf(one) is not null), one => nameOf(one)!, name, DidYouMean.MaxSuggestions);

    private string Label(T one) => $"'{nameOf(one)}' ({idOf(one)})";
}
