using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Makes persons, one for each input: an object, or a row of a CSV file; each perhaps with an
/// employment.</summary>
/// <remarks>
/// Everything binds by property name. Personio is said to demand status, start date and type of an employment: where
/// any part of one is given, all three have to be. A row that cannot be carried out becomes one error whose target
/// is the row.
/// </remarks>
/// <example>
/// <code>Import-Csv new.csv | New-PersonioPerson -EmploymentStatus Onboarding -EmploymentType Internal -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "PersonioPerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Person))]
public sealed class NewPersonioPersonCommand : EmploymentWriterCommand
{
    private static readonly string[] s_demanded = ["status", "employment_start_date", "type"];

    /// <summary>The first name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string FirstName { get; set; } = "";

    /// <summary>The last name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string LastName { get; set; } = "";

    /// <summary>The e-mail address at work; nobody else may have it.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Email { get; set; }

    /// <summary>The first name the person goes by.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PreferredName { get; set; }

    /// <summary>The gender; also the words that persons are read with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(Gender))]
    public Gender? Gender { get; set; }

    /// <summary>The language of the person: de, en, es, fi, fr, it, nl, sv.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LanguageCodeCompleter))]
    [AllowEmptyString]
    public string? LanguageCode { get; set; }

    /// <summary>The company's own attributes, by label or id: @{ 'Shirt size' = 'M' }. Get-PersonioAttribute lists
    /// them.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [MapTransformation]
    public IDictionary? CustomAttribute { get; set; }

    /// <summary>The state of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentStatus))]
    public EmploymentStatus? EmploymentStatus { get; set; }

    /// <summary>The type of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentType))]
    public EmploymentType? EmploymentType { get; set; }

    private CustomAttributeValues Attributes => field ??= new CustomAttributeValues(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string name = $"{FirstName} {LastName}".Trim();
        Attempt((object?)InputObject ?? name, () =>
        {
            Dictionary<string, object?> body = NewBody(name);
            string address = body.TryGetValue("email", out object? email) ? $" <{email}>" : "";
            string start = EmploymentStartDate is { } day
                ? FormattableString.Invariant($", from {day:yyyy-MM-dd}")
                : "";
            if (ShouldProcess($"{name}{address}{start}", "Create person"))
            {
                Create(body);
            }
        });
    }

    private Dictionary<string, object?> NewBody(string name)
    {
        if (string.IsNullOrWhiteSpace(FirstName) || string.IsNullOrWhiteSpace(LastName))
        {
            string empty = string.IsNullOrWhiteSpace(FirstName) ? nameof(FirstName) : nameof(LastName);
            throw PersonioException.Invalid($"The person '{name}' was not made: its {empty} is empty.");
        }

        var employment = new ChangeBody(_ => true)
            .AddWord("", "status", EmploymentStatus is Personio.EmploymentStatus.Unspecified ? null : EmploymentStatus)
            .AddWord("", "type", EmploymentType is Personio.EmploymentType.Unspecified ? null : EmploymentType);
        AddEmployment(employment, null, !string.IsNullOrWhiteSpace(DepartmentId) || !string.IsNullOrWhiteSpace(TeamId));
        var details = Filled(employment.Members);
        if (details.Count > 0 && s_demanded.FirstOrDefault(member => !details.ContainsKey(member)) is { } missing)
        {
            throw PersonioException.Invalid(
                $"The person '{name}' was not made: an employment needs -EmploymentStatus, -EmploymentStartDate and "
                + $"-EmploymentType, and its {missing} is missing.");
        }

        return Filled(new Dictionary<string, object?>
        {
            ["email"] = PersonFields.Address(Email),
            ["first_name"] = FirstName.Trim(),
            ["last_name"] = LastName.Trim(),
            ["preferred_name"] = string.IsNullOrWhiteSpace(PreferredName) ? null : PreferredName.Trim(),
            ["gender"] = PersonFields.Word(Gender),
            ["language_code"] = PersonFields.Language(LanguageCode),
            ["custom_attributes"] = Attributes.Of(CustomAttribute),
            ["employments"] = details.Count == 0 ? null : new[] { details },
        });
    }

    private static Dictionary<string, object?> Filled(IEnumerable<KeyValuePair<string, object?>> members) =>
        new(members.Where(member => member.Value is not null));

    private void Create(Dictionary<string, object?> body)
    {
        Person made = Await(token => Client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(body), token));
        bool isWhole = made.FirstName is not null;
        WriteMade(
            isWhole ? made : made with
            {
                FirstName = FirstName.Trim(),
                LastName = LastName.Trim(),
                PreferredName = PreferredName,
                Email = PersonFields.Address(Email),
            },
            isWhole,
            () => Endpoints.GetPerson.For(made.PersonId ?? ""),
            WriteObject);
    }
}
