using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// A person. Personio silently omits values that the credential may not read; these properties are null.
/// </summary>
public sealed record Person : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits; the same as the employee id of API v1.</summary>
    [JsonPropertyName("id")]
    public string? PersonId { get; init; }

    /// <summary>
    /// The preferred name, which is the full name; if it is a single word that does not contain the last name, the last
    /// name is appended. Without a preferred name, the first and last name; null if all names are missing.
    /// </summary>
    [JsonIgnore]
    public string? DisplayName => FullName.Create(PreferredName, FirstName, LastName);

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The name the person goes by: usually the full name, sometimes only a first name.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The work email address; unique, but may be missing.</summary>
    public string? Email { get; init; }

    /// <summary>
    /// ACTIVE (including persons on leave or not yet started) or INACTIVE, from the latest employment.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>MALE, FEMALE, DIVERSE or UNSPECIFIED.</summary>
    public string? Gender { get; init; }

    /// <summary>When the person was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the person was last changed. A change of an employment does not necessarily update it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The ids of the person's employments.</summary>
    [JsonIgnore]
    public ValueList<string> EmploymentIds =>
        field ??= new ValueList<string>([.. Employments.Select(employment => employment?.Id).OfType<string>()]);

    /// <summary>
    /// The company-defined attributes, by label or id: <c>$person.CustomAttributes['Shirt size']</c>.
    /// </summary>
    [JsonIgnore]
    public CustomAttributeCollection CustomAttributes
    {
        get => field ??= new CustomAttributeCollection([.. Attributes.OfType<CustomAttribute>()]);
        init;
    }

    string? IIdentified.Identity => PersonId;

    [JsonInclude]
    internal IReadOnlyList<Reference?> Employments { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("custom_attributes")]
    internal IReadOnlyList<CustomAttribute?> Attributes { get; init => field = value ?? []; } = [];

    [JsonInclude]
    internal Picture? ProfilePicture { get; init; }

    internal string? ProfilePictureUrl => ProfilePicture?.Url;

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("profile_picture", ProfilePicture)];

    /// <summary>
    /// Returns the URL of the profile picture, which requires the token of the session; null if there is none. A
    /// method, so that it does not show up as a column.
    /// </summary>
    public string? GetProfilePictureUrl() => ProfilePictureUrl;

    /// <inheritdoc/>
    public override string ToString() => DisplayName ?? Email ?? PersonId ?? "";

    [FlatMember("url")]
    internal sealed record Picture : ApiObject
    {
        public string? Url { get; init; }
    }
}
