namespace Personio.Sandbox.PingOne.Directory;

/// <summary>The rules that every environment applies to the standard user attributes.</summary>
internal static class UserRules
{
    private const string Any = @"^[\p{L}\p{M}\p{Zs}\p{S}\p{N}\p{P}]*$";
    private const string Family = @"^[\p{L}\p{M}\p{N}' .-]*$";
    private const string Phone = "[0-9]";

    /// <summary>The text attributes by path.</summary>
    public static IReadOnlyDictionary<string, TextRule> Texts { get; } = new Dictionary<string, TextRule>(
        StringComparer.Ordinal)
    {
        ["username"] = new(128, Any),
        ["email"] = new(256, @"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
        ["externalId"] = new(1024),
        ["name.given"] = new(256, Any),
        ["name.middle"] = new(256, Any),
        ["name.family"] = new(256, Family),
        ["name.formatted"] = new(256, Family),
        ["name.honorificPrefix"] = new(256, Any),
        ["name.honorificSuffix"] = new(256, Any),
        ["nickname"] = new(256, Any),
        ["title"] = new(256, Any),
        ["type"] = new(256, Any),
        ["accountId"] = new(256),
        ["address.streetAddress"] = new(256),
        ["address.locality"] = new(256),
        ["address.region"] = new(256),
        ["address.postalCode"] = new(40),
        ["address.countryCode"] = new(2, "^[A-Z]{2}$"),
        ["mobilePhone"] = new(32, Phone),
        ["primaryPhone"] = new(32, Phone),
        ["locale"] = new(256, "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        ["preferredLanguage"] = new(256),
        ["timezone"] = new(256, @"^\w+\/\w+$"),
        ["photo.href"] = new(2048, "^https?://"),
    };

    /// <summary>The attributes that are objects with text members.</summary>
    public static IReadOnlyList<string> Objects { get; } = ["name", "address", "photo"];

    /// <summary>The maximum size of a profile, in bytes of JSON.</summary>
    public const int ProfileLimit = 16 * 1024;
}
