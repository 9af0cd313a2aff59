using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Adds labels to the custom attributes of persons if Personio omitted them. The labels come from the company's
/// catalog, which is read when the first label is missing. If it may not be read, the attributes stay without labels.
/// </summary>
internal sealed class AttributeLabels(ConnectedCmdletBase command)
{
    private const string UnreadableText =
        "Attribute labels could not be read; attributes that Personio sends without one have none.";

    private IReadOnlyDictionary<string, string?>? _labels;

    private IReadOnlyDictionary<string, string?> Labels => _labels ??= Read()
        .Where(entry => entry.AttributeId is not null)
        .DistinctBy(entry => entry.AttributeId, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(entry => entry.AttributeId!, entry => entry.Label, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a label to each custom attribute that the catalog contains.</summary>
    public Person Complete(Person person) => person.CustomAttributes.All(attribute => attribute.Label is not null)
        ? person
        : person with { CustomAttributes = new([.. person.CustomAttributes.Select(Complete)]) };

    private CustomAttribute Complete(CustomAttribute attribute) => attribute.Label is null && attribute.Id is { } id
        ? attribute with { Label = Labels.GetValueOrDefault(id) }
        : attribute;

    private IReadOnlyList<PersonAttribute> Read()
    {
        try
        {
            return new CachedList<PersonAttribute>(
                command,
                new NameResolver<PersonAttribute>(CompanyLists.Attributes),
                (client, token) => client.WithCachedErrors.ListCachedAsync(CompanyLists.Attributes, token),
                UnreadableText).All;
        }
        catch (PersonioException fault)
        {
            // The persons are what was requested; labels are optional.
            command.WriteWarning($"{UnreadableText} {fault.Message}");
            return [];
        }
    }
}
