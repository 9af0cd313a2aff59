using Personio.Client;

namespace Personio;

/// <summary>
/// One of the short lists that the session keeps, for one cmdlet: taken when something is first looked for, and read
/// anew, once, when something is not in it. What was made a minute ago is found like that.
/// </summary>
/// <typeparam name="T">The type of its entries.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="names">Finds an entry by its name or id.</param>
/// <param name="read">Reads the list with a client.</param>
/// <param name="ifRefused">
/// What to say where the credential may not read the list, which is empty then; null where that is an error.
/// </param>
internal sealed class CachedList<T>(
    ConnectedCmdletBase command,
    NameResolver<T> names,
    Func<PersonioClient, CancellationToken, Task<IReadOnlyList<T>>> read,
    string? ifRefused = null)
    where T : class
{
    private IReadOnlyList<T>? _all;
    private bool _isFresh;

    /// <summary>Finds an entry by its name or id.</summary>
    public NameResolver<T> Names => names;

    /// <summary>Why the list is empty where the credential may not read it; null where it was read, or not yet.
    /// </summary>
    public PersonioException? Refusal { get; private set; }

    /// <summary>All entries.</summary>
    /// <exception cref="PersonioException">They could not be read.</exception>
    public IReadOnlyList<T> All => _all ??= Read(command.Client);

    /// <summary>The one entry that is meant by a name or an id.</summary>
    /// <exception cref="PersonioException">
    /// There is none (<c>NotFound</c>), several have the name (<c>InvalidRequest</c>), or the list could not be read.
    /// </exception>
    public T Find(string nameOrId) => Find(all => names.Find(all, nameOrId));

    /// <summary>Looks for something.</summary>
    /// <param name="find">Throws <c>NotFound</c> where it is not in the list.</param>
    /// <exception cref="PersonioException">It is not there, or the list could not be read.</exception>
    public TFound Find<TFound>(Func<IReadOnlyList<T>, TFound> find)
    {
        IReadOnlyList<T> all = All;
        try
        {
            return find(all);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound && !_isFresh && Refusal is null)
        {
            // Costs nothing where this cmdlet itself was the one who read the list.
            _isFresh = true;
            _all = Read(command.Client.Fresh);
            return find(_all);
        }
    }

    private IReadOnlyList<T> Read(PersonioClient client)
    {
        try
        {
            return command.Await(token => read(client, token));
        }
        catch (PersonioException fault) when (
            ifRefused is not null && fault.Kind is (ErrorKind.AccessDenied or ErrorKind.NotFound))
        {
            Refusal = fault;
            command.WriteVerbose($"{ifRefused} {fault.Message}");
            return [];
        }
    }
}
