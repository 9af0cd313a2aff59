namespace Personio.Sandbox.PingOne.Api;

/// <summary>The admin roles that permit endpoints.</summary>
internal static class Roles
{
    public const string ReadOnly = "Identity Data Read Only";
    public const string Admin = "Identity Data Admin";
    public const string Developer = "Client Application Developer";

    /// <summary>Any role.</summary>
    public static string[] Any { get; } = [];

    public static string[] Read { get; } = [ReadOnly, Admin];

    public static string[] Write { get; } = [Admin];

    public static string[] Schema { get; } = [ReadOnly, Admin, Developer];
}
