using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// Finds the one object of a short list that somebody means by an id or by a name, as they give it to a parameter. An
/// id goes before a name; case does not matter.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="noun">What they are, as errors and cmdlets call them, for example <c>AbsenceType</c>.</param>
/// <param name="words">What they are in words, for example <c>absence type</c>.</param>
/// <param name="idOf">The id of an object.</param>
/// <param name="nameOf">The name of an object.</param>
internal sealed class NameResolver<T>(string noun, string words, Func<T, string?> idOf, Func<T, string?> nameOf)
    where T : class
{
    /// <summary>Finds entries of a list of the company.</summary>
    public NameResolver(CompanyList<T> list)
        : this(list.Noun, list.Words, list.IdOf, list.NameOf)
    {
    }

    /// <summary>The one object that is meant.</summary>
    /// <param name="all">The whole list; empty where the company has none, or the credential may not read them.</param>
    /// <param name="nameOrId">What was given.</param>
    /// <exception cref="PersonioException">
    /// There is none (<c>NotFound</c>), and the message lists those with near names; or several have the name
    /// (<c>InvalidRequest</c>), and the message lists their ids.
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
                $"'{nameOrId}' matches more than one {words}. Specify the id: {string.Join(", ", named.Select(Label))}."),
        };
    }

    /// <summary>All objects that a filter means: those with the id or the name, else those that its wildcards match.
    /// </summary>
    /// <param name="all">The whole list.</param>
    /// <param name="wanted">What was given.</param>
    /// <exception cref="PersonioException">Nothing has the name, and it has no wildcards (<c>NotFound</c>).</exception>
    public IReadOnlyList<T> FindAll(IReadOnlyList<T> all, string wanted)
    {
        T[] found = [.. all.Where(one => idOf(one).EqualsIgnoringCase(wanted) || IsNamed(one, wanted))];
        if (found.Length > 0)
        {
            return found;
        }

        var pattern = new WildcardPattern(wanted, WildcardOptions.IgnoreCase);
        return WildcardPattern.ContainsWildcardCharacters(wanted)
            ? [.. all.Where(one => pattern.IsMatch(nameOf(one) ?? ""))]
            : throw NotFound(all, wanted);
    }

    private bool IsNamed(T one, string name) => (nameOf(one)?.Trim()).EqualsIgnoringCase(name.Trim());

    private PersonioException NotFound(IReadOnlyList<T> all, string nameOrId) =>
        new(ErrorKind.NotFound, $"{char.ToUpperInvariant(words[0])}{words[1..]} '{nameOrId}' was not found" + (all.Count == 0
            ? ": the company has none, or the credential cannot read them."
            : $".{DidYouMean.Question(Near(all, nameOrId).Select(Label))} Run Get-Personio{noun} to list all."))
        {
            Noun = noun,
        };

    private IEnumerable<T> Near(IReadOnlyList<T> all, string name) => EditDistance.Nearest(
        all.Where(one => nameOf(one) is not null), one => nameOf(one)!, name, DidYouMean.MaxSuggestions);

    private string Label(T one) => $"'{nameOf(one)}' ({idOf(one)})";
}
