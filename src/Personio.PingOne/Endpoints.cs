using System.Runtime.CompilerServices;

namespace Personio.PingOne;

/// <summary>
/// The endpoints of the PingOne platform API, each with the least privileged admin role that grants access, in place of
/// a scope. The first value of every path is the environment ID.
/// </summary>
public static class Endpoints
{
    private const string ReadOnly = "Identity Data Read Only";
    private const string Admin = "Identity Data Admin";
    private const string Environment = "/v1/environments/{environmentId}";
    private const string User = Environment + "/users/{userId}";

    // The documentation says 200, the SDK 1000. A page may contain fewer rows than requested; only a missing link ends
    // a list.
    private const int Page = 200;

    // The areas that a role grants, each with the kind of object it is about.
    private static readonly (string Area, string Noun) s_users = ("Users", "User");
    private static readonly (string Area, string Noun) s_members = ("Group members", "GroupMember");
    private static readonly (string Area, string Noun) s_populations = ("Populations", "Population");
    private static readonly (string Area, string Noun) s_groups = ("Groups", "Group");
    private static readonly (string Area, string Noun) s_schema = ("User schema", "Attribute");

    // Declared before the endpoints: static fields are initialized in textual order.
    private static readonly List<Endpoint> s_all = [];

    /// <summary>Gets a token from the authentication host; its real path begins with the environment ID.</summary>
    public static readonly Endpoint CreateToken = Row(null, HttpMethod.Post, "/as/token", 0, null);

    /// <summary>Reads the environment.</summary>
    public static readonly Endpoint GetEnvironment = Row(null, HttpMethod.Get, Environment, 0, ReadOnly);

    /// <summary>Lists users; the filter is a SCIM expression.</summary>
    public static readonly Endpoint ListUsers = List(s_users, Environment + "/users", ReadOnly);

    /// <summary>Reads a user.</summary>
    public static readonly Endpoint GetUser = Read(s_users, User, ReadOnly);

    /// <summary>Creates a user.</summary>
    public static readonly Endpoint CreateUser = Write(s_users, HttpMethod.Post, Environment + "/users");

    /// <summary>Changes the specified attributes of a user, and no others.</summary>
    public static readonly Endpoint UpdateUser = Write(s_users, HttpMethod.Patch, User);

    /// <summary>Enables or disables a user.</summary>
    public static readonly Endpoint SetUserEnabled =
        Write(s_users, HttpMethod.Put, User + "/enabled", isIdempotent: true);

    /// <summary>Moves a user to a population.</summary>
    public static readonly Endpoint SetUserPopulation =
        Write(s_users, HttpMethod.Put, User + "/population", isIdempotent: true);

    /// <summary>Lists the admin roles that a user holds.</summary>
    public static readonly Endpoint ListRoleAssignments = List(s_users, User + "/roleAssignments", Admin);

    /// <summary>Lists the groups of a user.</summary>
    public static readonly Endpoint ListMemberships = List(s_members, User + "/memberOfGroups", Admin);

    /// <summary>Adds a user to a group.</summary>
    public static readonly Endpoint CreateMembership = Write(s_members, HttpMethod.Post, User + "/memberOfGroups");

    /// <summary>Removes a user from a group.</summary>
    public static readonly Endpoint DeleteMembership =
        Write(s_members, HttpMethod.Delete, User + "/memberOfGroups/{groupId}");

    /// <summary>Lists populations.</summary>
    public static readonly Endpoint ListPopulations = List(s_populations, Environment + "/populations", ReadOnly);

    /// <summary>Lists groups.</summary>
    public static readonly Endpoint ListGroups = List(s_groups, Environment + "/groups", ReadOnly);

    /// <summary>Reads a group.</summary>
    public static readonly Endpoint GetGroup = Read(s_groups, Environment + "/groups/{groupId}", ReadOnly);

    /// <summary>Lists the schemas; the only one is for users.</summary>
    public static readonly Endpoint ListSchemas = Read(s_schema, Environment + "/schemas", Admin);

    /// <summary>Lists the attributes of a schema in a single page.</summary>
    public static readonly Endpoint ListSchemaAttributes =
        Read(s_schema, Environment + "/schemas/{schemaId}/attributes", Admin);

    /// <summary>All endpoints, including the one for tokens.</summary>
    public static IReadOnlyList<Endpoint> All => s_all;

    private static Endpoint Read(
        (string Area, string Noun) about, string path, string role, [CallerMemberName] string name = "") =>
        Row(about, HttpMethod.Get, path, 0, role, name: name);

    private static Endpoint List(
        (string Area, string Noun) about, string path, string role, [CallerMemberName] string name = "") =>
        Row(about, HttpMethod.Get, path, Page, role, name: name);

    private static Endpoint Write(
        (string Area, string Noun) about, HttpMethod method, string path, bool isIdempotent = false,
        [CallerMemberName] string name = "") =>
        Row(about, method, path, 0, Admin, isIdempotent, name);

    private static Endpoint Row(
        (string Area, string Noun)? about, HttpMethod method, string path, int page, string? role,
        bool isIdempotent = false, [CallerMemberName] string name = "")
    {
        var row = new Endpoint(name, method, path, page, role, false) { Area = about?.Area, Noun = about?.Noun };
        s_all.Add(isIdempotent ? row with { IsIdempotent = true } : row);
        return s_all[^1];
    }
}
