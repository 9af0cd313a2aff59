using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A schema attribute as the API returns it.</summary>
internal sealed record AttributeResponse(
    string Id, string Name, string DisplayName, string Type, string SchemaType, bool Enabled, bool Required,
    bool Unique,
    bool MultiValued, Reference Schema)
{
    public RegexValidation? RegexValidation { get; init; }

    public EnumeratedValue[]? EnumeratedValues { get; init; }

    public SubAttribute[]? SubAttributes { get; init; }

    public static AttributeResponse From(SchemaAttribute row, string schemaId) => new(
        row.Id, row.Name, char.ToUpperInvariant(row.Name[0]) + row.Name[1..], row.Type, row.SchemaType, row.Enabled,
        row.Required, row.Unique, row.MultiValued, new Reference(schemaId))
    {
        RegexValidation = row.Pattern is null ? null : new RegexValidation(row.Pattern, $"Must match {row.Pattern}"),
        EnumeratedValues = row.Values?.Select(value => new EnumeratedValue(value.Key, value.Value)).ToArray(),
        SubAttributes = row.SubAttributes.Count == 0
            ? null
            : [.. row.SubAttributes.Select(name => new SubAttribute(name, "STRING"))],
    };
}
