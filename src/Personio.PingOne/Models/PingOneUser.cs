using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A user of a PingOne environment. Attributes without a value are null.</summary>
public sealed record PingOneUser : ApiObject, IIdentified
{
    /// <summary>The ID, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? UserId { get; init; }

    /// <summary>The name the user signs in with; unique in the environment, ignoring case.</summary>
    [JsonPropertyName("username")]
    public string? UserName { get; init; }

    /// <summary>The given and family name; the user name if both are missing.</summary>
    [JsonIgnore]
    public string? DisplayName => $"{GivenName} {FamilyName}".Trim() is { Length: > 0 } name ? name : UserName;

    /// <summary>The email address; not necessarily unique.</summary>
    public string? Email { get; init; }

    /// <summary>The given name.</summary>
    [JsonIgnore]
    public string? GivenName => Name?.Given;

    /// <summary>The middle name.</summary>
    [JsonIgnore]
    public string? MiddleName => Name?.Middle;

    /// <summary>The family name.</summary>
    [JsonIgnore]
    public string? FamilyName => Name?.Family;

    /// <summary>
    /// The key from the system that feeds the directory, for example the PersonId; not necessarily unique.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>The position.</summary>
    public string? Title { get; init; }

    /// <summary>The kind of user in the company's own terms, for example Employee or Contractor.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the user can sign in.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The name of the population; null if it could not be read.</summary>
    [JsonIgnore]
    public string? Population => PopulationReference?.Name;

    /// <summary>The ID of the population.</summary>
    [JsonIgnore]
    public string? PopulationId => PopulationReference?.Id;

    /// <summary>OK or LOCKED. Other values are possible.</summary>
    [JsonIgnore]
    public string? AccountStatus => Account?.Status;

    /// <summary>Whether the account can authenticate: neither disabled nor locked.</summary>
    [JsonIgnore]
    public bool? CanAuthenticate => Account?.CanAuthenticate;

    /// <summary>When the user last signed in; null if never.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastSignOn => SignOn?.At;

    /// <summary>The nickname.</summary>
    public string? Nickname { get; init; }

    /// <summary>The company's own ID for the account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The mobile phone number.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>The phone number.</summary>
    public string? PrimaryPhone { get; init; }

    /// <summary>The street and house number.</summary>
    [JsonIgnore]
    public string? StreetAddress => Address?.StreetAddress;

    /// <summary>The postal code.</summary>
    [JsonIgnore]
    public string? PostalCode => Address?.PostalCode;

    /// <summary>The city.</summary>
    [JsonIgnore]
    public string? Locality => Address?.Locality;

    /// <summary>The state or region of the address.</summary>
    [JsonIgnore]
    public string? AddressRegion => Address?.Region;

    /// <summary>The two-letter country code.</summary>
    [JsonIgnore]
    public string? CountryCode => Address?.CountryCode;

    /// <summary>The language and country, for example de-AT.</summary>
    public string? Locale { get; init; }

    /// <summary>The preferred languages, as in the header Accept-Language.</summary>
    public string? PreferredLanguage { get; init; }

    /// <summary>The time zone, as an IANA name.</summary>
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; init; }

    /// <summary>Whether the email address was verified.</summary>
    public bool? EmailVerified { get; init; }

    /// <summary>Whether multi-factor authentication is on.</summary>
    public bool? MfaEnabled { get; init; }

    /// <summary>PING_ONE, or the kind of external identity provider. Other values are possible.</summary>
    [JsonIgnore]
    public string? IdentityProvider => Provider?.Type;

    /// <summary>When the user was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the user was last changed; a sign-in may update it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    string? IIdentified.Identity => UserId;

    [JsonInclude]
    internal NameParts? Name { get; init; }

    [JsonInclude]
    [JsonPropertyName("population")]
    internal Reference? PopulationReference { get; init; }

    [JsonInclude]
    internal AccountPart? Account { get; init; }

    [JsonInclude]
    [JsonPropertyName("lastSignOn")]
    internal SignOnPart? SignOn { get; init; }

    [JsonInclude]
    internal AddressPart? Address { get; init; }

    [JsonInclude]
    [JsonPropertyName("identityProvider")]
    internal ProviderPart? Provider { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
    [
        ("name", Name), ("account", Account), ("lastSignOn", SignOn), ("address", Address),
        ("identityProvider", Provider),
    ];

    /// <summary>A custom attribute, or any other without a property of its own, by its case-insensitive name.</summary>
    /// <param name="attribute">The name of the attribute, for example <c>department</c>.</param>
    /// <returns>The value; null if the user has none.</returns>
    public object? this[string attribute] => AdditionalProperties.GetValueOrDefault(attribute);

    /// <inheritdoc/>
    public override string ToString() => UserName ?? UserId ?? "";

    internal sealed record NameParts : ApiObject
    {
        public string? Given { get; init; }

        public string? Middle { get; init; }

        public string? Family { get; init; }

        public string? Formatted { get; init; }

        public string? HonorificPrefix { get; init; }

        public string? HonorificSuffix { get; init; }
    }

    internal sealed record Reference
    {
        public string? Id { get; init; }

        public string? Name { get; init; }
    }

    internal sealed record AccountPart : ApiObject
    {
        public string? Status { get; init; }

        public bool? CanAuthenticate { get; init; }
    }

    internal sealed record SignOnPart : ApiObject
    {
        public DateTimeOffset? At { get; init; }
    }

    internal sealed record AddressPart : ApiObject
    {
        public string? StreetAddress { get; init; }

        public string? Locality { get; init; }

        public string? Region { get; init; }

        public string? PostalCode { get; init; }

        public string? CountryCode { get; init; }
    }

    internal sealed record ProviderPart : ApiObject
    {
        public string? Id { get; init; }

        public string? Type { get; init; }
    }
}
