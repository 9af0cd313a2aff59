using System.Management.Automation;
using Personio.Lifecycle;
using Personio.Models;

namespace Personio;

/// <summary>Converts PingOne users to rows of accounts.</summary>
internal static class PingOneAccounts
{
    // Attributes whose property name differs from their path.
    private static readonly Dictionary<string, Func<PingOneUser, object?>> s_properties =
        new(StringComparer.OrdinalIgnoreCase)
    {
        ["UserId"] = user => user.UserId,
        ["username"] = user => user.UserName,
        ["DisplayName"] = user => user.DisplayName,
        ["email"] = user => user.Email,
        ["externalId"] = user => user.ExternalId,
        ["enabled"] = user => user.Enabled,
        ["title"] = user => user.Title,
        ["type"] = user => user.Type,
        ["nickname"] = user => user.Nickname,
        ["LastSignOn"] = user => user.LastSignOn,
        ["UpdatedAt"] = user => user.UpdatedAt,
        ["GivenName"] = user => user.GivenName,
        ["FamilyName"] = user => user.FamilyName,
        ["PopulationId"] = user => user.PopulationId,
        ["name.given"] = user => user.GivenName,
        ["name.middle"] = user => user.MiddleName,
        ["name.family"] = user => user.FamilyName,
        ["population.id"] = user => user.PopulationId,
        ["address.streetAddress"] = user => user.StreetAddress,
        ["address.postalCode"] = user => user.PostalCode,
        ["address.locality"] = user => user.Locality,
        ["address.region"] = user => user.AddressRegion,
        ["address.countryCode"] = user => user.CountryCode,
        ["accountId"] = user => user.AccountId,
        ["mobilePhone"] = user => user.MobilePhone,
        ["primaryPhone"] = user => user.PrimaryPhone,
        ["locale"] = user => user.Locale,
        ["preferredLanguage"] = user => user.PreferredLanguage,
        ["timezone"] = user => user.TimeZone,
    };

    /// <summary>Converts a user to a row.</summary>
    /// <param name="user">The user.</param>
    /// <param name="columns">The columns that hold the values.</param>
    /// <param name="attributes">The attributes to read.</param>
    public static AccountRow CreateRow(PingOneUser user, AccountColumns columns, IEnumerable<string> attributes) =>
        RowReader.ReadAccount(name => Value(user, name), columns, attributes, PSObject.AsPSObject(user));

    /// <summary>Converts any object to a row.</summary>
    public static AccountRow CreateRow(PSObject item, AccountColumns columns, IEnumerable<string> attributes) =>
        item.BaseObject is PingOneUser user
            ? CreateRow(user, columns, attributes)
            : RowReader.ReadAccount(name => ObjectValue(item, name), columns, attributes, item);

    /// <summary>The value of a column of any object; null if the object lacks the column.</summary>
    public static object? ObjectValue(PSObject item, string name) =>
        item.BaseObject is System.Collections.IDictionary map
            ? PipelineInput.Unwrap(map.Keys.Cast<object>()
                .Where(key => name.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase))
                .Select(key => map[key]).FirstOrDefault())
            : PipelineInput.Unwrap(item.Properties[name]?.Value);

    private static object? Value(PingOneUser user, string name) =>
        s_properties.TryGetValue(name, out Func<PingOneUser, object?>? known) ? known(user) : user[name];
}
