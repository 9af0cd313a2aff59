using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Models;
using Personio.PingOne.Json;

namespace Personio.PingOne;

/// <summary>The verbs of the API over the rows of <see cref="Endpoints"/>. Light: make one for each use.</summary>
/// <param name="session">The session.</param>
/// <param name="log">Receives what is done.</param>
public sealed class PingOneClient(PingOneSession session, IActivityLog log)
{
    private readonly PingOneExchange _exchange = new(session, log);

    /// <summary>Lists users, page by page as they are asked for, each with the name of its population.</summary>
    /// <param name="filter">An expression in SCIM's filter language; null for all.</param>
    /// <param name="first">How many at most; null for all.</param>
    /// <param name="counted">Hears how many users the whole list has, where PingOne says so.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<PingOneUser> ListUsersAsync(
        string? filter = null, int? first = null, Action<int>? counted = null, CancellationToken cancellationToken = default) =>
        ListAsync<PingOneUser>(
            At(Endpoints.ListUsers).With("filter", filter).With("expand", "population"), first, counted, cancellationToken);

    /// <summary>Lists rows, page by page as they are asked for.</summary>
    /// <param name="request">The listing.</param>
    /// <param name="first">How many at most; null for all.</param>
    /// <param name="counted">Hears how many rows the whole list has, where PingOne says so.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<T> ListAsync<T>(
        ApiRequest request, int? first = null, Action<int>? counted = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        int size = request.Endpoint.PageSize;
        ApiRequest limited = size == 0 ? request : request.WithLimit(Math.Clamp(first ?? size, 1, size));
        return new PageReader<T>(
            session.Transport, log, limited, first, body => HalReader.Page<T>(body, counted), row => (row as IIdentified)?.Identity)
            .ReadAsync(cancellationToken);
    }

    /// <summary>Gets a user by id.</summary>
    /// <exception cref="PersonioException"><c>NotFound</c> where there is none that the worker app can see.</exception>
    public Task<PingOneUser> GetUserAsync(string userId, CancellationToken cancellationToken = default) =>
        GetAsync<PingOneUser>(At(Endpoints.GetUser, Uuid(userId, "user")).With("expand", "population"), cancellationToken);

    /// <summary>Gets a user by id together with the whole answer.</summary>
    /// <exception cref="PersonioException"><c>NotFound</c> where there is none that the worker app can see.</exception>
    public async Task<UserState> GetUserStateAsync(string userId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = At(Endpoints.GetUser, Uuid(userId, "user")).With("expand", "population");
        ApiResponse answer = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new UserState(PingOneExchange.One<PingOneUser>(answer, request), PingOneExchange.Parse(answer, request));
    }

    /// <summary>Gets a group by id.</summary>
    /// <exception cref="PersonioException"><c>NotFound</c> where there is none.</exception>
    public Task<PingOneGroup> GetGroupAsync(string groupId, CancellationToken cancellationToken = default) =>
        GetAsync<PingOneGroup>(At(Endpoints.GetGroup, Uuid(groupId, "group")), cancellationToken);

    /// <summary>Creates a user. One whose answer was lost is looked for before anything else is said.</summary>
    /// <param name="attributes">Values by path; <c>population.id</c> and <c>enabled</c> may be among them.</param>
    /// <param name="cancellationToken">Ends the request, not what was sent already.</param>
    /// <returns>The user, and what of it was not kept.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was created.</exception>
    public Task<WrittenUser> CreateUserAsync(
        IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new UserCreation(this, _exchange, session.Time, log).CreateAsync(attributes, cancellationToken);
    }

    /// <summary>Changes attributes of a user; those that are not named stay as they are.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="attributes">Values by path; null clears. Not <c>enabled</c> and <c>population.id</c>.</param>
    /// <param name="cancellationToken">Ends the request, not what was sent already.</param>
    /// <returns>The user as it is now, and what of the change was not kept.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public async Task<WrittenUser> UpdateUserAsync(
        string userId, IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ApiRequest request = At(Endpoints.UpdateUser, Uuid(userId, "user")).WithBody(UserAttributes.ToBody(attributes));
        return WrittenUser.From(attributes, await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false), request);
    }

    /// <summary>Enables or disables a user; setting what is set already is not an error.</summary>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was done.</exception>
    public async Task<bool> SetEnabledAsync(string userId, bool enabled, CancellationToken cancellationToken = default)
    {
        ApiRequest request = At(Endpoints.SetUserEnabled, Uuid(userId, "user")).WithBody(new JsonObject { ["enabled"] = enabled });
        ApiResponse answer = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (PingOneExchange.Parse(answer, request)["enabled"] is not JsonValue now || !now.TryGetValue(out bool kept) || kept != enabled)
        {
            throw ResponseErrors.Unexpected(request, answer.Status, null, $"it does not say that enabled is {(enabled ? "true" : "false")} now");
        }

        return enabled;
    }

    /// <summary>Moves a user to a population.</summary>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was done.</exception>
    public async Task<bool> MoveAsync(string userId, string populationId, CancellationToken cancellationToken = default)
    {
        await _exchange.SendAsync(
            At(Endpoints.SetUserPopulation, Uuid(userId, "user")).WithBody(new JsonObject { ["id"] = Uuid(populationId, "population") }),
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Adds a user to a group.</summary>
    /// <returns>Whether the user was not in it before.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was done.</exception>
    public async Task<bool> AddMemberAsync(string userId, string groupId, CancellationToken cancellationToken = default)
    {
        try
        {
            await _exchange.SendAsync(
                At(Endpoints.CreateMembership, Uuid(userId, "user")).WithBody(new JsonObject { ["id"] = Uuid(groupId, "group") }),
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PersonioException refused) when (refused is { Kind: ErrorKind.Conflict, OutcomeUnknown: false })
        {
            return false;
        }
    }

    /// <summary>Removes a user from a group.</summary>
    /// <returns>Whether the user was in it before.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was done.</exception>
    public async Task<bool> RemoveMemberAsync(string userId, string groupId, CancellationToken cancellationToken = default)
    {
        try
        {
            await _exchange.SendAsync(
                At(Endpoints.DeleteMembership, Uuid(userId, "user"), Uuid(groupId, "group")), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PersonioException missing) when (missing is { Kind: ErrorKind.NotFound, OutcomeUnknown: false })
        {
            return false;
        }
    }

    /// <summary>Whether a user holds an admin role of the environment or the organization.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public async Task<bool> IsAdministratorAsync(string userId, CancellationToken cancellationToken = default)
    {
        await foreach (JsonElement _ in ListAsync<JsonElement>(
            At(Endpoints.ListRoleAssignments, Uuid(userId, "user")), first: 1, null, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    /// <summary>The schema of users, which the session keeps for ten minutes.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public async Task<IReadOnlyList<PingOneAttribute>> GetAttributesAsync(CancellationToken cancellationToken = default)
    {
        if (session.Directory.Attributes is { } kept)
        {
            return kept;
        }

        var rows = new List<PingOneAttribute>();
        foreach (PingOneSchema schema in await ListAllAsync<PingOneSchema>(
            At(Endpoints.ListSchemas), cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(await ListAllAsync<PingOneAttribute>(
                At(Endpoints.ListSchemaAttributes, Uuid(schema.Id ?? "", "schema")), cancellationToken).ConfigureAwait(false));
        }

        session.Directory.Keep(rows);
        return rows;
    }

    /// <summary>The populations, which the session keeps for ten minutes.</summary>
    /// <exception cref="PersonioException">They could not be read.</exception>
    public async Task<IReadOnlyList<PingOnePopulation>> GetPopulationsAsync(CancellationToken cancellationToken = default)
    {
        if (session.Directory.Populations is { } kept)
        {
            return kept;
        }

        List<PingOnePopulation> rows =
            await ListAllAsync<PingOnePopulation>(At(Endpoints.ListPopulations), cancellationToken).ConfigureAwait(false);
        session.Directory.Keep(rows);
        return rows;
    }

    /// <summary>Gets one object of any kind.</summary>
    /// <exception cref="PersonioException">It could not be read.</exception>
    public async Task<T> GetAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiResponse answer = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return PingOneExchange.One<T>(answer, request);
    }

    /// <summary>Sends any request; the answer comes as it is.</summary>
    /// <exception cref="PersonioException">It was refused.</exception>
    public async Task<PingOneAnswer> InvokeAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PingOneAnswer(request, await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Starts a request to an endpoint of the environment.</summary>
    /// <param name="endpoint">A row of the map.</param>
    /// <param name="values">The values of its path after the environment id.</param>
    public ApiRequest At(Endpoint endpoint, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return _exchange.At(endpoint, values);
    }

    internal Task<PingOneEnvironment> GetEnvironmentAsync(CancellationToken cancellationToken) =>
        GetAsync<PingOneEnvironment>(At(Endpoints.GetEnvironment), cancellationToken);

    // An id in a path that is not an UUID would be refused anyway, in words that say less.
    private static string Uuid(string id, string noun) => Guid.TryParseExact(id, "D", out _)
        ? id.ToLowerInvariant()
        : throw PersonioException.Invalid($"'{id}' is not the id of a {noun}: ids of PingOne are UUIDs.");

    private async Task<List<T>> ListAllAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (T row in ListAsync<T>(request, null, null, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }
}
