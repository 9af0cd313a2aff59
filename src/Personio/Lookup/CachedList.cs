using Personio.Client;

namespace Personio;

/// <summary>
/// One cmdlet's view of a short list that the session caches. It is taken from the cache on the first lookup and read
/// again, once, if an entry is missing, so that an entry created a minute ago is found.
/// </summary>
/// <typeparam name="T">The type of the entries.</typeparam>
/// <param name="command">The cmdlet.</param>
/// <param name="names">Finds an entry by name or ID.</param>
/// <param name="read">Reads the list with a client.</param>
/// <param name="ifRefused">
/// The message if the credential may not read the list, which is then empty; null to treat that as an error.
/// </param>
internal sealed class CachedList<T>(
    ConnectedCmdletBase command,
    NameResolver<T> names,
    Func<PersonioClient, CancellationToken, Task<IReadOnlyList<T>>> read,
    string? ifRefused = null)
    where T : class
{
    private IReadOnlyList<T>? _all;
    private bool _wasReadFresh;

    /// <summary>Finds an entry by name or ID.</summary>
    public NameResolver<T> Names => names;

    /// <summary>The error if the credential may not read the list; null if it was read, or not requested yet.</summary>
    public PersonioException? AccessError { get; private set; }

    /// <summary>All entries.</summary>
    /// <exception cref="PersonioException">The list could not be read.</exception>
    public IReadOnlyList<T> All => _all ??= Read(command.Client);

    /// <summary>Returns the only entry with a name or ID.</summary>
    /// <exception cref="PersonioException">
    /// No entry matches (<c>NotFound</c>), several have the name (<c>InvalidRequest</c>), or the list could not be
    /// read.
    /// </exception>
    public T Find(string nameOrId) => Find(all => names.Find(all, nameOrId));

    /// <summary>Searches the list, and once more in a fresh copy if nothing is found.</summary>
    /// <param name="find">Searches the list; throws <c>NotFound</c> if it has no match.</param>
    /// <exception cref="PersonioException">Nothing was found, or the list could not be read.</exception>
    public TFound Find<TFound>(Func<IReadOnlyList<T>, TFound> find)
    {
        IReadOnlyList<T> all = All;
        try
        {
            return find(all);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound && !_wasReadFresh && AccessError is null)
        {
            // Costs no request if this cmdlet itself has just read the list.
            _wasReadFresh = true;
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
            AccessError = fault;
            command.WriteVerbose($"{ifRefused} {fault.Message}");
            return [];
        }
    }
}
