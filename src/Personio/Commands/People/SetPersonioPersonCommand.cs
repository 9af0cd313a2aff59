using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Changes persons. What is not given stays as it is; $null clears a gender, a preferred name or an attribute.
/// </summary>
/// <remarks>What belongs to an employment, such as supervisor, team or hours, is changed with
/// Set-PersonioEmployment.</remarks>
/// <example>
/// <code>Set-PersonioPerson $id -PreferredName Kim -CustomAttribute @{ 'Shirt size' = 'M'; Locker = $null }</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "PersonioPerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "Set-PersonioPerson.md")]
[OutputType(typeof(Person))]
public sealed class SetPersonioPersonCommand : SetCmdletBase<Person>
{
    /// <summary>The persons: ids or e-mail addresses.</summary>
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

    /// <summary>The name the person goes by, most often the whole name. $null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PreferredName { get; set; }

    /// <summary>The e-mail address at work; nobody else may have it. Personio may refuse to change it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Email { get; set; }

    /// <summary>The gender; also the words that persons are read with. $null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(Gender))]
    public Gender? Gender { get; set; }

    /// <summary>The language of the person: de, en, es, fi, fr, it, nl, sv.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FixedCompleter<LanguageCodes>))]
    [AllowEmptyString]
    public string? LanguageCode { get; set; }

    /// <summary>
    /// The company's own attributes, by label or id: @{ 'Shirt size' = 'M'; Locker = $null }. Those not named stay.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [MapTransformation]
    public IDictionary? CustomAttribute { get; set; }

    private protected override string[]? Ids => PersonId;

    private protected override Endpoint Reading => Endpoints.GetPerson;

    private protected override Endpoint Listing => Endpoints.ListPersons;

    private protected override Endpoint Updating => Endpoints.UpdatePerson;

    private CustomAttributeValues Attributes => field ??= new CustomAttributeValues(this);

    private protected override (ChangeBody Body, string? Description) Plan(string id)
    {
        // Personio takes no null for texts: an empty preferred name is none.
        ChangeBody body = Given.Body()
            .Add(nameof(FirstName), "first_name", FirstName?.Trim() ?? "")
            .Add(nameof(LastName), "last_name", LastName?.Trim() ?? "")
            .Add(nameof(PreferredName), "preferred_name", PreferredName?.Trim() ?? "")
            .Add(nameof(Email), "email", Given.Contains(nameof(Email)) ? PersonFields.Address(Email) ?? "" : null)
            .Add(nameof(Gender), "gender", PersonFields.Word(Gender))
            .Add(nameof(LanguageCode), "language_code", PersonFields.Language(LanguageCode) ?? "");
        if (body.Members.FirstOrDefault(member => member is { Key: not "preferred_name", Value: "" }).Key is { } empty)
        {
            throw PersonioException.Invalid($"Person {id} was not changed: the {empty} cannot be cleared.");
        }

        if (Given.Contains(nameof(CustomAttribute)) && Attributes.ToWire(CustomAttribute) is { } values)
        {
            body.Always("custom_attributes", values);
        }

        return (body, PipedAs(id)?.DisplayName);
    }
}
