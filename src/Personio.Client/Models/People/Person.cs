using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// A person. What the credential may not read is silently missing: the property is null then, without an error.
/// </summary>
public sealed record Person : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits; the same as the employee id of API v1.</summary>
    [JsonPropertyName("id")]
    public string? PersonId { get; init; }

    /// <summary>
    /// The preferred name, which is the whole name; the last name is added where it is a single word without it. Without
    /// a preferred name first and last name; null where all of them are missing.
    /// </summary>
    [JsonIgnore]
    public string? DisplayName => FullName.Create(PreferredName, FirstName, LastName);

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The name the person goes by: most often the whole name, sometimes a first name alone.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The e-mail address at work; unique, and may be missing.</summary>
    public string? Email { get; init; }

    /// <summary>ACTIVE (also on leave and not started yet) or INACTIVE, from the latest employment.</summary>
    public string? Status { get; init; }

    /// <summary>MALE, FEMALE, DIVERSE or UNSPECIFIED.</summary>
    public string? Gender { get; init; }

    /// <summary>When the person was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the person was last changed. A change of an employment need not move it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The ids of the person's employments.</summary>
    [JsonIgnore]
    public ValueList<string> EmploymentIds =>
        field ??= new ValueList<string>([.. Employments.Select(employment => employment?.Id).OfType<string>()]);

    /// <summary>The company's own attributes, by label or id: <c>$person.CustomAttributes['Shirt size']</c>.</summary>
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
    /// Where the profile picture is; needs the token of the session. Null where there is none. A method, so that it is
    /// no column.
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
