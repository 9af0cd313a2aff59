namespace Personio.PingOne;

/// <summary>
/// The map of the PingOne platform API: one row per endpoint, with the smallest admin role that opens it in place of a
/// scope. The first value of every path is the environment id.
/// </summary>
public static class Endpoints
{
    private const string ReadOnly = "Identity Data Read Only";
    private const string Admin = "Identity Data Admin";
    private const string Environment = "/v1/environments/{environmentId}";
    private const string User = Environment + "/users/{userId}";

    // Documentation says 200, the SDK 1000: a page may hold fewer than asked for, and only a missing link ends a list.
    private const int Page = 200;

    /// <summary>Gets a token, on the authentication host; its real path begins with the environment id.</summary>
    public static readonly Endpoint CreateToken = new("CreateToken", HttpMethod.Post, "/as/token", 0, null, false);

    /// <summary>Reads the environment.</summary>
    public static readonly Endpoint GetEnvironment = Read("GetEnvironment", Environment, ReadOnly);

    /// <summary>Lists users; filter in SCIM's language.</summary>
    public static readonly Endpoint ListUsers = List("ListUsers", Environment + "/users", ReadOnly);

    /// <summary>Reads a user.</summary>
    public static readonly Endpoint GetUser = Read("GetUser", User, ReadOnly);

    /// <summary>Creates a user.</summary>
    public static readonly Endpoint CreateUser = Write("CreateUser", HttpMethod.Post, Environment + "/users");

    /// <summary>Changes the attributes of a user that are named, and no others.</summary>
    public static readonly Endpoint UpdateUser = Write("UpdateUser", HttpMethod.Patch, User);

    /// <summary>Enables or disables a user.</summary>
    public static readonly Endpoint SetUserEnabled =
        Write("SetUserEnabled", HttpMethod.Put, User + "/enabled") with { IsIdempotent = true };

    /// <summary>Moves a user to a population.</summary>
    public static readonly Endpoint SetUserPopulation =
        Write("SetUserPopulation", HttpMethod.Put, User + "/population") with { IsIdempotent = true };

    /// <summary>Lists the admin roles that a user holds.</summary>
    public static readonly Endpoint ListRoleAssignments = List("ListRoleAssignments", User + "/roleAssignments", Admin);

    /// <summary>Lists the groups of a user.</summary>
    public static readonly Endpoint ListMemberships = List("ListMemberships", User + "/memberOfGroups", Admin);

    /// <summary>Adds a user to a group.</summary>
    public static readonly Endpoint CreateMembership =
        Write("CreateMembership", HttpMethod.Post, User + "/memberOfGroups");

    /// <summary>Removes a user from a group.</summary>
    public static readonly Endpoint DeleteMembership =
        Write("DeleteMembership", HttpMethod.Delete, User + "/memberOfGroups/{groupId}");

    /// <summary>Lists populations.</summary>
    public static readonly Endpoint ListPopulations = List("ListPopulations", Environment + "/populations", ReadOnly);

    /// <summary>Reads a population.</summary>
    public static readonly Endpoint GetPopulation =
        Read("GetPopulation", Environment + "/populations/{populationId}", ReadOnly);

    /// <summary>Lists groups.</summary>
    public static readonly Endpoint ListGroups = List("ListGroups", Environment + "/groups", ReadOnly);

    /// <summary>Reads a group.</summary>
    public static readonly Endpoint GetGroup = Read("GetGroup", Environment + "/groups/{groupId}", ReadOnly);

    /// <summary>Lists the schemas: there is one, of users.</summary>
    public static readonly Endpoint ListSchemas = Read("ListSchemas", Environment + "/schemas", Admin);

    /// <summary>Lists the attributes of a schema, all at once.</summary>
    public static readonly Endpoint ListSchemaAttributes =
        Read("ListSchemaAttributes", Environment + "/schemas/{schemaId}/attributes", Admin);

    /// <summary>All rows, the token's included.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        CreateToken, GetEnvironment, ListUsers, GetUser, CreateUser, UpdateUser, SetUserEnabled, SetUserPopulation,
        ListRoleAssignments, ListMemberships, CreateMembership, DeleteMembership, ListPopulations, GetPopulation,
        ListGroups, GetGroup, ListSchemas, ListSchemaAttributes,
    ];

    private static Endpoint Read(string name, string path, string role) => new(name, HttpMethod.Get, path, 0, role, false);

    private static Endpoint List(string name, string path, string role) => new(name, HttpMethod.Get, path, Page, role, false);

    private static Endpoint Write(string name, HttpMethod method, string path) => new(name, method, path, 0, Admin, false);
}
