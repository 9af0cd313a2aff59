using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>
/// Changes persons. Values that are not specified stay unchanged; $null clears a gender, a preferred name or an
/// attribute.
/// </summary>
/// <remarks>To change values of an employment, such as supervisor, team or hours, use Set-PersonioEmployment.</remarks>
/// <example>
/// <code>Set-PersonioPerson $id -PreferredName Kim -CustomAttribute @{ 'Shirt size' = 'M'; Locker = $null }</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioPerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioPerson.md")]
[OutputType(typeof(Person))]
public sealed class SetPersonioPersonCommand : SetCmdletBase<Person>
{
    /// <summary>The persons: ids or email addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PersonEmail")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>The first name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? LastName { get; set; }

    /// <summary>The name that the person goes by, usually the full name. $null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PreferredName { get; set; }

    /// <summary>The work email address, which must be unique. Personio may refuse to change it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Email { get; set; }

    /// <summary>The gender; the values that persons are returned with are accepted too. $null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(Gender))]
    public Gender? Gender { get; set; }

    /// <summary>The language of the person: de, en, es, fi, fr, it, nl, sv.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FixedCompleter<LanguageCodes>))]
    [AllowEmptyString]
    public string? LanguageCode { get; set; }

    /// <summary>
    /// The company's own attributes, by label or id: @{ 'Shirt size' = 'M'; Locker = $null }. Other attributes stay
    /// unchanged.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [MapTransformation]
    public IDictionary? CustomAttribute { get; set; }

    private protected override string[]? Ids => PersonId;

    private protected override Endpoint ItemEndpoint => Endpoints.GetPerson;

    private protected override Endpoint ListEndpoint => Endpoints.ListPersons;

    private protected override Endpoint UpdateEndpoint => Endpoints.UpdatePerson;

    private CustomAttributeValues Attributes => field ??= new CustomAttributeValues(this);

    private protected override (ChangeBody Body, string? Description) Plan(string id)
    {
        // Personio does not accept null for text: an empty preferred name removes it.
        ChangeBody body = Given.CreateBody()
            .Add(nameof(FirstName), "first_name", FirstName?.Trim() ?? "")
            .Add(nameof(LastName), "last_name", LastName?.Trim() ?? "")
            .Add(nameof(PreferredName), "preferred_name", PreferredName?.Trim() ?? "")
            .Add(nameof(Email), "email", Given.Contains(nameof(Email)) ? PersonFields.CheckAddress(Email) ?? "" : null)
            .Add(nameof(Gender), "gender", PersonFields.ToWord(Gender))
            .Add(nameof(LanguageCode), "language_code", PersonFields.CheckLanguage(LanguageCode) ?? "");
        if (body.Members.FirstOrDefault(member => member is { Key: not "preferred_name", Value: "" }).Key is { } empty)
        {
            throw PersonioException.Invalid($"Person {id} was not changed: the {empty} cannot be cleared.");
        }

        if (Given.Contains(nameof(CustomAttribute)) && Attributes.ToWire(CustomAttribute) is { } values)
        {
            body.AddAlways("custom_attributes", values);
        }

        return (body, PipedAs(id)?.DisplayName);
    }
}
