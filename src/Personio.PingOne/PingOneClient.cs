using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Models;
using Personio.PingOne.Json;

namespace Personio.PingOne;

/// <summary>The operations of the API on top of <see cref="Endpoints"/>. Lightweight: create one per use.</summary>
/// <param name="session">The session.</param>
/// <param name="log">Receives messages about requests.</param>
public sealed class PingOneClient(PingOneSession session, IActivityLog log)
{
    private readonly PingOneExchange _exchange = new(session, log);

    /// <summary>Lists users, fetching pages on demand, each user with the name of its population.</summary>
    /// <param name="filter">An expression in SCIM's filter language; null for all.</param>
    /// <param name="first">The maximum number of users; null for all.</param>
    /// <param name="counted">Receives the number of users in the whole list, if PingOne reports it.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<PingOneUser> ListUsersAsync(
        string? filter = null, int? first = null, Action<int>? counted = null,
        CancellationToken cancellationToken = default) =>
        ListAsync<PingOneUser>(
            At(Endpoints.ListUsers).With("filter", filter).With("expand", "population"),
            first, counted, cancellationToken);

    /// <summary>Lists rows, fetching pages on demand.</summary>
    /// <param name="request">The request for the list.</param>
    /// <param name="first">The maximum number of rows; null for all.</param>
    /// <param name="counted">Receives the number of rows in the whole list, if PingOne reports it.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public IAsyncEnumerable<T> ListAsync<T>(
        ApiRequest request, int? first = null, Action<int>? counted = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        int size = request.Endpoint.PageSize;
        ApiRequest limited = size == 0 ? request : request.WithLimit(Math.Clamp(first ?? size, 1, size));
        return new PageReader<T>(
            session.Transport, log, limited, first, body => HalReader.ReadPage<T>(body, counted),
            row => (row as IIdentified)?.Identity).ReadAsync(cancellationToken);
    }

    /// <summary>Gets a user by ID.</summary>
    /// <exception cref="PersonioException">The worker app can see no user with this ID (<c>NotFound</c>).</exception>
    public Task<PingOneUser> GetUserAsync(string userId, CancellationToken cancellationToken = default) =>
        GetAsync<PingOneUser>(
            At(Endpoints.GetUser, Uuid(userId, "user")).With("expand", "population"), cancellationToken);

    /// <summary>Gets a user by ID, together with the complete JSON.</summary>
    /// <exception cref="PersonioException">The worker app can see no user with this ID (<c>NotFound</c>).</exception>
    public async Task<UserState> GetUserStateAsync(string userId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = At(Endpoints.GetUser, Uuid(userId, "user")).With("expand", "population");
        ApiResponse answer = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new(PingOneExchange.ReadObject<PingOneUser>(answer, request), PingOneExchange.Parse(answer, request));
    }

    /// <summary>Gets a group by ID.</summary>
    /// <exception cref="PersonioException">No group has this ID (<c>NotFound</c>).</exception>
    public Task<PingOneGroup> GetGroupAsync(string groupId, CancellationToken cancellationToken = default) =>
        GetAsync<PingOneGroup>(At(Endpoints.GetGroup, Uuid(groupId, "group")), cancellationToken);

    /// <summary>Creates a user. If the answer is lost, looks for the user before reporting an error.</summary>
    /// <param name="attributes">Values by path, optionally including <c>population.id</c> and <c>enabled</c>.</param>
    /// <param name="cancellationToken">Ends the request, but cannot recall what was already sent.</param>
    /// <returns>The user, and which attributes were not kept.</returns>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public Task<WrittenUser> CreateUserAsync(
        IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new UserCreation(this, _exchange, session.Time, log).CreateAsync(attributes, cancellationToken);
    }

    /// <summary>Changes attributes of a user; all others stay as they are.</summary>
    /// <param name="userId">The ID of the user.</param>
    /// <param name="attributes">Values by path; null clears. Excludes <c>enabled</c> and <c>population.id</c>.</param>
    /// <param name="cancellationToken">Ends the request, but cannot recall what was already sent.</param>
    /// <returns>The user after the change, and which attributes were not kept.</returns>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public async Task<WrittenUser> UpdateUserAsync(
        string userId, IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ApiRequest request = At(Endpoints.UpdateUser, Uuid(userId, "user")).WithBody(UserAttributes.ToBody(attributes));
        ApiResponse response = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return WrittenUser.From(attributes, response, request);
    }

    /// <summary>Enables or disables a user; setting the current state again is not an error.</summary>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public async Task<bool> SetEnabledAsync(string userId, bool enabled, CancellationToken cancellationToken = default)
    {
        ApiRequest request = At(Endpoints.SetUserEnabled, Uuid(userId, "user"))
            .WithBody(new JsonObject { ["enabled"] = enabled });
        ApiResponse response = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (PingOneExchange.Parse(response, request)["enabled"] is not JsonValue now
            || !now.TryGetValue(out bool kept) || kept != enabled)
        {
            throw ResponseErrors.Unexpected(
                request, response.Status, null, $"it does not say that enabled is {(enabled ? "true" : "false")} now");
        }

        return enabled;
    }

    /// <summary>Moves a user to a population.</summary>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public async Task<bool> MoveAsync(string userId, string populationId, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject { ["id"] = Uuid(populationId, "population") };
        ApiRequest request = At(Endpoints.SetUserPopulation, Uuid(userId, "user")).WithBody(body);
        await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Adds a user to a group.</summary>
    /// <returns>True if the user was not a member before.</returns>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public async Task<bool> AddMemberAsync(string userId, string groupId, CancellationToken cancellationToken = default)
    {
        try
        {
            var body = new JsonObject { ["id"] = Uuid(groupId, "group") };
            ApiRequest request = At(Endpoints.CreateMembership, Uuid(userId, "user")).WithBody(body);
            await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PersonioException refused) when (refused is { Kind: ErrorKind.Conflict, OutcomeUnknown: false })
        {
            return false;
        }
    }

    /// <summary>Removes a user from a group.</summary>
    /// <returns>True if the user was a member before.</returns>
    /// <exception cref="PersonioException">The request was refused, or its outcome is unknown.</exception>
    public async Task<bool> RemoveMemberAsync(
        string userId, string groupId, CancellationToken cancellationToken = default)
    {
        try
        {
            ApiRequest request = At(Endpoints.DeleteMembership, Uuid(userId, "user"), Uuid(groupId, "group"));
            await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PersonioException missing) when (missing is { Kind: ErrorKind.NotFound, OutcomeUnknown: false })
        {
            return false;
        }
    }

    /// <summary>Whether a user holds an admin role of the environment or the organization.</summary>
    /// <exception cref="PersonioException">The roles could not be read.</exception>
    public async Task<bool> IsAdministratorAsync(string userId, CancellationToken cancellationToken = default)
    {
        ApiRequest roles = At(Endpoints.ListRoleAssignments, Uuid(userId, "user"));
        await foreach (JsonElement _ in ListAsync<JsonElement>(roles, 1, null, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    /// <summary>Gets the user schema, which the session caches for ten minutes.</summary>
    /// <exception cref="PersonioException">The schema could not be read.</exception>
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
            ApiRequest request = At(Endpoints.ListSchemaAttributes, Uuid(schema.Id ?? "", "schema"));
            rows.AddRange(await ListAllAsync<PingOneAttribute>(request, cancellationToken).ConfigureAwait(false));
        }

        session.Directory.Store(rows);
        return rows;
    }

    /// <summary>Gets the populations, which the session caches for ten minutes.</summary>
    /// <exception cref="PersonioException">The populations could not be read.</exception>
    public async Task<IReadOnlyList<PingOnePopulation>> GetPopulationsAsync(
        CancellationToken cancellationToken = default)
    {
        if (session.Directory.Populations is { } kept)
        {
            return kept;
        }

        List<PingOnePopulation> rows = await ListAllAsync<PingOnePopulation>(
            At(Endpoints.ListPopulations), cancellationToken).ConfigureAwait(false);
        session.Directory.Store(rows);
        return rows;
    }

    /// <summary>Gets one object of any kind.</summary>
    /// <exception cref="PersonioException">The object could not be read.</exception>
    public async Task<T> GetAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ApiResponse response = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return PingOneExchange.ReadObject<T>(response, request);
    }

    /// <summary>Sends any request and returns the unprocessed answer.</summary>
    /// <exception cref="PersonioException">The request failed.</exception>
    public async Task<PingOneResponse> InvokeAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request, await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Creates a request to an endpoint of the environment.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="values">The values of its path after the environment ID.</param>
    public ApiRequest At(Endpoint endpoint, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return _exchange.At(endpoint, values);
    }

    internal Task<PingOneEnvironment> GetEnvironmentAsync(CancellationToken cancellationToken) =>
        GetAsync<PingOneEnvironment>(At(Endpoints.GetEnvironment), cancellationToken);

    // PingOne would reject other IDs as well, but with a less helpful message.
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
