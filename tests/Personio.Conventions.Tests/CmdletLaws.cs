using System.Reflection;
using System.Text.RegularExpressions;

namespace Personio.Conventions.Tests;

/// <summary>Rules for every cmdlet.</summary>
public sealed class CmdletLaws
{
    // The approved verbs that this module uses.
    private static readonly string[] s_verbs =
    [
        "Add", "Compare", "Connect", "Disable", "Disconnect", "Enable", "Export", "Find", "Get", "Import", "Invoke",
        "Measure", "New", "Remove", "Save", "Select",
        "Send", "Set", "Test",
    ];

    // Objects that have an id but are not persons.
    private static readonly string[] s_otherIds =
    [
        "AbsencePeriod", "AbsenceType", "App", "Application", "AttendancePeriod", "Attribute", "Candidate", "Client",
        "CompensationType", "CostCenter", "Department", "Document", "DocumentCategory", "Employment", "Environment",
        "AuthEnvironment",
        "Job", "LegalEntity", "OrgUnit", "ParentProject", "Partner", "Plan", "Project", "RecruitingCategory",
        "RecruitingJob",
        "Report", "ReportAttribute", "Run", "SalaryBand", "Team", "Webhook", "WebhookEvent", "Workplace",
    ];

    // Parameters whose values differ between cmdlets.
    private static readonly string[] s_severalTypes =
    [
        // A session belongs to its service.
        "Session",
        // Each kind of object has its own statuses and types; those of approvals are open.
        "Status", "Type",
        // Compensation types have fixed categories, documents and absences those of the company.
        "Category",
        // A calendar and a chart are different files with different groupings.
        "Format", "By",
        // To read attributes and cost centers, only names are needed; to write them, values and shares.
        "Attribute", "CostCenter",
        // A comparison can choose the population of each person with a script block.
        "Population",
    ];

    private static readonly string[] s_changing =
    [
        "Add", "Disable", "Enable", "Export", "Import", "New", "Remove", "Send", "Set", "Invoke"
    ];

    [Fact]
    public void The_manifest_exports_every_cmdlet_one_per_line_and_sorted()
    {
        string[] cmdlets = [.. Module.Cmdlets.Select(cmdlet => cmdlet.Name)];

        Assert.NotEmpty(cmdlets);
        Assert.Equal(cmdlets, Module.Exports);
    }

    [Fact]
    public void Every_cmdlet_has_an_approved_verb_and_a_noun_of_the_product() => Each(cmdlet =>
    {
        Assert.Contains(cmdlet.Verb, s_verbs);
        Assert.Matches("^(Personio|PingOne)", cmdlet.Noun);
        Assert.False(
            cmdlet.Noun.EndsWith('s') && !cmdlet.Noun.EndsWith("ss", StringComparison.Ordinal), "nouns are singular");
    });

    [Fact]
    public void Every_cmdlet_class_is_sealed_and_named_after_its_cmdlet() => Each(cmdlet =>
    {
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
        Assert.Equal("Personio.Commands", cmdlet.Type.Namespace);
        Assert.True(cmdlet.Type.IsSealed);
    });

    [Fact]
    public void Every_cmdlet_declares_what_it_writes() => Each(cmdlet => Assert.NotEmpty(cmdlet.OutputTypes));

    [Fact]
    public void Get_Help_Online_opens_the_page_of_the_cmdlet_in_the_project_that_the_manifest_names() => Each(cmdlet =>
    {
        string page = $"docs/en-US/{cmdlet.Name}.md";
        string project = Regex.Match(Module.Manifest, @"ProjectUri\s+= '([^']+)'").Groups[1].Value;

        Assert.Equal($"{project}/blob/main/{page}", cmdlet.HelpUri);
        Assert.True(File.Exists(Path.Combine(Module.Root, page)), page);
    });

    [Fact]
    public void Every_cmdlet_that_changes_something_supports_WhatIf() => Each(cmdlet =>
        // Testing a webhook causes a call.
        Assert.Equal(
            s_changing.Contains(cmdlet.Verb) || cmdlet.Name is "Test-PersonioWebhook" or "Disconnect-Personio",
            cmdlet.SupportsShouldProcess));

    [Fact]
    public void Every_cmdlet_that_removes_asks_for_confirmation() => Each(cmdlet =>
        Assert.True(cmdlet.Verb != "Remove" || cmdlet.AsksFirst));

    [Fact]
    public void Every_cmdlet_takes_a_session_unless_it_creates_or_shows_one_or_reads_public_data() => Each(cmdlet =>
        Assert.Equal(
            cmdlet.Name is not ("Connect-Personio" or "Get-PersonioSession" or "Connect-PingOne" or "Get-PingOneSession"
                // The job feed is public.
                or "Get-PersonioJobPosting"
                // Files of the module.
                or "Get-PersonioRecipe"
                // A plan is applied to a directory, and read from rows or a file.
                or "Invoke-PersonioPlan" or "Export-PersonioPlan" or "Get-PersonioPlanLog"),
            cmdlet.Parameters.Any(parameter => parameter.Name == "Session")));

    [Fact]
    public void No_parameter_is_a_plain_bool_or_a_plain_secret() => Each(cmdlet =>
    {
        Assert.DoesNotContain(cmdlet.Parameters, parameter => parameter.PropertyType.FullName == "System.Boolean");
        Assert.DoesNotContain(cmdlet.Parameters, parameter =>
            parameter.Name.EndsWith("Secret", StringComparison.Ordinal)
            && parameter.PropertyType.FullName == "System.String");
    });

    [Fact]
    public void Every_date_is_read_by_our_rules_and_not_by_the_engine() => Each(cmdlet =>
        Assert.All(
            cmdlet.Parameters.Where(
                parameter => parameter.PropertyType.ToString().Contains("DateTime", StringComparison.Ordinal)),
            parameter => Assert.Contains(
                parameter.GetCustomAttributesData(),
                data => data.AttributeType.Name is
                    "DayTransformationAttribute" or "MomentTransformationAttribute"
                        or "MonthTransformationAttribute")));

    // The engine silently leaves out a piped cell that it cannot convert, and the row would be carried out without it.
    [Fact]
    public void Every_piped_value_that_is_not_text_is_converted_by_our_rules() => Each(cmdlet =>
        Assert.All(
            cmdlet.Parameters.Where(parameter => IsByPropertyName(parameter) && !IsText(parameter.PropertyType)),
            parameter => Assert.True(
                parameter.GetCustomAttributesData().Any(data =>
                    data.AttributeType.Name.EndsWith("TransformationAttribute", StringComparison.Ordinal)),
                $"{cmdlet.Name} -{parameter.Name}")));

    // Singular or array: a filter accepts several values where a change accepts one.
    [Fact]
    public void A_parameter_name_has_one_type_everywhere()
    {
        (string Name, string[] Types)[] names =
        [
            .. Module.Cmdlets.SelectMany(cmdlet => cmdlet.Parameters)
                .GroupBy(parameter => parameter.Name, parameter => Single(parameter.PropertyType))
                .Select(name => (name.Key, name.Distinct().ToArray())),
        ];

        Assert.All(
            names.Where(name => !s_severalTypes.Contains(name.Name)),
            name => Assert.True(name.Types.Length == 1, $"-{name.Name}: {string.Join(", ", name.Types)}"));
        Assert.All(s_severalTypes, exception => Assert.True(
            names.Single(name => name.Name == exception).Types.Length > 1,
            $"-{exception} needs no exception any more"));
    }

    [Fact]
    public void A_filter_name_takes_several_values_or_one_in_all_cmdlets_that_get() => Assert.All(
        Module.Cmdlets.Where(cmdlet => cmdlet.Verb == "Get").SelectMany(cmdlet => cmdlet.Parameters)
            .Where(parameter => !s_severalTypes.Contains(parameter.Name))
            .GroupBy(parameter => parameter.Name, parameter => parameter.PropertyType.ToString()),
        name => Assert.True(name.Distinct().Count() == 1, $"-{name.Key}: {string.Join(", ", name.Distinct())}"));

    // Every parameter for a person's id also accepts the address. Parameters named Id of other objects follow.
    [Fact]
    public void Every_parameter_for_the_id_of_a_person_accepts_an_address_and_completes_names() => Each(cmdlet =>
    {
        // Plans and accounts have their own ids, and a log is searched by its contents.
        if (cmdlet.Noun.StartsWith("PingOne", StringComparison.Ordinal) || cmdlet.Name == "Get-PersonioPlanLog")
        {
            return;
        }

        Assert.All(
            cmdlet.Parameters.Where(parameter => parameter.Name.EndsWith("Id", StringComparison.Ordinal)),
            parameter => Assert.True(
                s_otherIds.Contains(parameter.Name[..^2]) != TakesPersons(parameter),
                $"{cmdlet.Name} -{parameter.Name}"));
        foreach (PropertyInfo parameter in cmdlet.Parameters.Where(TakesPersons))
        {
            Assert.Contains(
                Module.Attributes(parameter, "ArgumentCompleterAttribute"),
                data => ((Type)data.ConstructorArguments[0].Value!).Name == "PersonIdCompleter");
        }
    });

    // The engine creates a completer from its type only.
    [Fact]
    public void Every_completer_can_be_created_without_arguments() => Each(cmdlet => Assert.All(
        cmdlet.Parameters.SelectMany(parameter => Module.Attributes(parameter, "ArgumentCompleterAttribute")),
        data =>
        {
            Type completer = (Type)data.ConstructorArguments[0].Value!;

            Assert.Contains(completer.GetInterfaces(), face => face.Name == "IArgumentCompleter");
            Assert.NotNull(completer.GetConstructor(Type.EmptyTypes));
            Assert.False(completer.IsAbstract || completer.ContainsGenericParameters, completer.Name);
        }));

    // Tested in the engine: the address is looked up, and an address that nobody has changes nothing.
    [Fact]
    public void Every_parameter_that_takes_persons_is_tested_with_an_address()
    {
        string tests = File.ReadAllText(Path.Combine(Module.Root, "tests", "Module", "Person.Address.Tests.ps1"));

        Each(cmdlet => Assert.All(
            cmdlet.Parameters.Where(TakesPersons),
            parameter => Assert.Contains($"'{cmdlet.Name} -{parameter.Name}'", tests, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_column_with_the_address_can_name_the_person() => Each(cmdlet => Assert.All(
        cmdlet.Parameters.Where(parameter => TakesPersons(parameter) && parameter.Name is "PersonId" or "OwnerId"),
        parameter =>
        {
            string[] names = [.. Aliases(parameter)];
            Assert.Contains("PersonEmail", names);
            // If a cmdlet writes or filters by an address, Email is that address.
            Assert.Equal(cmdlet.Parameters.All(other => other.Name != "Email"), names.Contains("Email"));
        }));

    [Fact]
    public void Every_cmdlet_has_a_test_that_names_it()
    {
        string tests = string.Concat(
            Directory.GetFiles(Path.Combine(Module.Root, "tests", "Module"), "*.Tests.ps1").Select(File.ReadAllText));

        Each(cmdlet => Assert.Contains(cmdlet.Name, tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_has_an_example() => Each(cmdlet =>
    {
        string source = File.ReadAllText(Module.Sources("src/Personio/Commands")
            .Single(path => Path.GetFileNameWithoutExtension(path) == cmdlet.Type.Name));

        Assert.Contains("/// <example>", source, StringComparison.Ordinal);
        Assert.Contains(cmdlet.Name, source, StringComparison.Ordinal);
    });

    private static string Single(Type type)
    {
        Type one = type.IsArray ? type.GetElementType()! : type;
        return (one.IsGenericType && one.Name == "Nullable`1" ? one.GetGenericArguments()[0] : one).ToString();
    }

    private static bool IsText(Type type) => type.FullName is "System.String" or "System.String[]" or "System.Object";

    private static bool IsByPropertyName(PropertyInfo parameter) => Module.Attributes(parameter, "ParameterAttribute")
        .SelectMany(data => data.NamedArguments)
        .Any(argument => argument is { MemberName: "ValueFromPipelineByPropertyName", TypedValue.Value: true });

    private static bool TakesPersons(PropertyInfo parameter) =>
        Module.Attributes(parameter, "PersonTransformationAttribute").Any();

    private static IEnumerable<string> Aliases(PropertyInfo parameter) => Module.Attributes(parameter, "AliasAttribute")
        .SelectMany(data => (IReadOnlyCollection<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
        .Select(name => (string)name.Value!);

    private static void Each(Action<CmdletClass> law) => Assert.All(Module.Cmdlets, law);
}
