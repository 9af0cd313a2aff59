using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A person.</summary>
internal sealed class PersonRow : Row
{
    public string? Email { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? PreferredName { get; set; }

    public string? Gender { get; set; }

    public Picture ProfilePicture =>
        new(HasPicture ? $"{Style.Origin}/v1/company/employees/{Id}/profile-picture" : null);

    /// <summary>Persons on leave and in onboarding count as active.</summary>
    public string Status => Employments.Count == 0 ? "UNSPECIFIED"
        : Employments[0].Status == "INACTIVE" ? "INACTIVE" : "ACTIVE";

    [JsonPropertyName("custom_attributes")]
    public List<CustomValue> SentAttributes =>
        Style.AttributeLabels ? Custom : Custom.ConvertAll(custom => custom with { Label = null });

    [JsonPropertyName("employments")]
    public Reference[] SentEmployments => [.. Employments.Select(employment => new Reference(employment.Id))];

    [JsonPropertyName("_meta")]
    public Meta Meta => new(new Links { Employments = new Link($"{Style.Origin}/v2/persons/{Id}/employments") });

    internal bool HasPicture { get; init; }

    internal List<CustomValue> Custom { get; init; } = [];

    /// <summary>Newest first.</summary>
    internal List<EmploymentRow> Employments { get; } = [];

    /// <summary>Sets a custom attribute; an existing value keeps its position and type.</summary>
    public void Fill(CustomValue written)
    {
        int index = Custom.FindIndex(custom => custom.Id == written.Id);
        if (index < 0)
        {
            Custom.Add(written);
        }
        else
        {
            Custom[index] = Custom[index] with { Value = written.Value };
        }
    }
}
