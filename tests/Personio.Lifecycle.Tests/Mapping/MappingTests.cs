using Personio.Lifecycle.Tests.Support;

namespace Personio.Lifecycle.Tests.Mapping;

/// <summary>Which attributes are written, when, and from where.</summary>
public sealed class MappingTests
{
    private static readonly PersonRow s_ilka = Company.Person();

    [Fact]
    public void A_new_PingOne_account_has_the_attributes_of_the_preset()
    {
        PersonRow person = Company.Person(status: "ONBOARDING",
            startDate: Company.Today.AddDays(1)) with { PreferredName = "Illi" };
        person = person with { Properties = new Dictionary<string,
            object?> { ["Position"] = "Planner", ["DepartmentName"] = "Grid" } };
        Company company = new Company().Set(o => o with { PopulationOf = _ => "pop-1" }).Add(person);

        Assert.Equal(
            """
            {"externalId":[null,"20417"],"username":[null,"ilka.broemse"],"email":[null,"ilka.broemse@example.org"],
            "name.given":[null,"Ilka"],"name.family":[null,"Broemse"],"nickname":[null,"Illi"],
            "title":[null,"Planner"],"type":[null,"Employee"],"department":[null,"Grid"],
            "enabled":[null,"false"],"population.id":[null,"pop-1"]}
            """.ReplaceLineEndings(""),
            Assert.Single(company.RowsOf("20417")).Changes);
    }

    [Theory]
    [InlineData("INTERNAL", "Employee")]
    [InlineData("external", "Contractor")]
    [InlineData("UNSPECIFIED", null)]
    [InlineData(null, null)]
    public void The_type_is_employee_or_contractor(string? type, string? expected) =>
        Assert.Equal(expected, MapPresets.TypeOf(s_ilka with { EmploymentType = type }));

    [Fact]
    public void From_internal_to_external_on_the_same_id_is_a_mover() => Assert.Equal(
        """{"type":["Employee","Contractor"]}""",
        Assert.Single(new Company().Add(s_ilka with { EmploymentType = "EXTERNAL" },
            Company.AccountOf(s_ilka)).RowsOf("20417")).Changes);

    [Theory]
    [InlineData(WriteWhen.Always, "Mover Update")]
    [InlineData(WriteWhen.Create, "")]
    [InlineData(WriteWhen.Link, "")]
    public void A_change_in_the_directory_is_kept_for_attributes_that_are_written_only_at_creation(
        WriteWhen when, string expected)
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("title",
            AttributeSource.Property("Position")) { When = when }) })
            .Add(s_ilka, Company.With(Company.AccountOf(s_ilka), ("title", "By hand")));

        Assert.Equal(expected, company.Says());
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "Mover Update")]
    public void An_empty_value_clears_only_if_the_mapping_says_so(bool clear, string expected)
    {
        Company company = new Company().Set(o =>
            o with { Map = o.Map.With(new AttributeRule("title",
            AttributeSource.Property("Position")) { Clear = clear }) })
            .Add(Company.Person(position: null), Company.AccountOf(s_ilka));

        Assert.Equal(expected, company.Says());
    }

    [Theory]
    [InlineData(12, PlanRisk.Low, false)]
    [InlineData(13, PlanRisk.High, true)]
    public void Updates_wait_when_more_than_a_fifth_would_lose_an_attribute(int losing, PlanRisk risk,
        bool isFound)
    {
        Company company = new Company(60).Set(o =>
            o with { Map = o.Map.With(new AttributeRule("title",
            AttributeSource.Property("Position")) { Clear = true }) });
        for (int i = 0; i < losing; i++)
        {
            company.Persons[i] = company.Persons[i] with { Properties = new Dictionary<string, object?>() };
        }

        Lifecycle.Plan plan = company.Plan();

        Assert.All(plan.Rows.Where(row => row.Action == PlanAction.Update), row => Assert.Equal(risk, row.Risk));
        Assert.Equal(isFound, plan.Rows.Any(row => row.Finding == FindingNames.AttributeLost));
    }

    [Fact]
    public void A_column_that_is_empty_in_every_row_is_not_mapped_and_is_reported_once()
    {
        var company = new Company(5);
        company.Set(o => o with { Map = o.Map.With(new AttributeRule("title",
            AttributeSource.Property("Position")) { Clear = true }) });
        for (int i = 0; i < 5; i++)
        {
            company.Persons[i] = company.Persons[i] with { Properties = new Dictionary<string, object?>() };
        }

        Lifecycle.Plan plan = company.Plan();

        Assert.Empty(plan.Rows);
        Assert.Contains("Position", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "Finding NoEmail")]
    [InlineData(null, true, "Joiner Create")]
    [InlineData("ilka@private.example", false, "Finding NoEmail")]
    [InlineData("ilka@private.example", true, "Joiner Create")]
    [InlineData("not an address", false, "Finding NoEmail")]
    public void A_joiner_without_a_company_address_gets_no_account_unless_allowed(string? email, bool allow,
        string expected)
    {
        Company company = new Company().Set(o => o with { AllowNoEmail = allow }).Add(Company.Person(email: email));

        Assert.Equal(expected, company.Says());
        Assert.DoesNotContain(company.RowsOf("20417"), row =>
            row.Changes?.Contains("private", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Without_domains_every_address_is_accepted_for_new_accounts()
    {
        Company company = new Company().Set(o =>
            o with { EmailDomains = [] }).Add(Company.Person(email: "ilka@private.example"));

        Assert.Equal("Joiner Create", company.Says());
        Assert.Contains(company.Plan().Warnings, warning => warning.Contains("-EmailDomain", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_outside_the_company_is_not_written_to_an_account() => Assert.Equal(
        "Finding OtherEmail", new Company().Add(s_ilka with { Email = "ilka@private.example" },
            Company.AccountOf(s_ilka)).Says());

    [Fact]
    public void The_preferred_name_is_used_on_request()
    {
        PersonRow person = s_ilka with { PreferredName = "Illi", Email = null };
        Company company = new Company().Set(o => o with { UsePreferredName = true, AllowNoEmail = true }).Add(person);
        PlanRow row = Assert.Single(company.RowsOf("20417"));

        Assert.Equal(("illi.broemse", "Illi"), (row.UserName, row.GetChanges().Single(change =>
            change.Name == "name.given").New));
    }

    [Fact]
    public void A_different_population_is_a_finding()
    {
        Company company = new Company().Set(o =>
            o with { PopulationOf = person => person.PersonId == "20417" ? "pop-2" : null })
            .Add(s_ilka, Company.With(Company.AccountOf(s_ilka), ("population.id", "pop-1")));

        Assert.Equal("Finding OtherPopulation", company.Says());
    }

    [Fact]
    public void A_mapping_is_checked_before_anything_is_compared()
    {
        AttributeMap map = MapPresets.PingOne.With(
            new AttributeRule("costCenter", AttributeSource.Property("CostCode")),
                new AttributeRule("Office", AttributeSource.Property("WorkplaceName")));
        SchemaEntry[] schema =
        [
            .. MapPresets.PingOne.Rules.Select(rule =>
                new SchemaEntry { Name = rule.Target, Enabled = rule.Target != "title" }),
            new() { Name = "office" },
        ];

        LifecycleException fault = Assert.Throws<LifecycleException>(() => MapCheck.Check(
            map, ["PersonId", "FirstName", "LastName", "Email", "Position", "WorkplaceName", "DepartmentName"],
                schema));

        Assert.Equal(LifecycleErrors.MappingInvalid, fault.ErrorId);
        Assert.Contains("persons have no property 'CostCode' (mapped to 'costCenter')", fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("the directory's schema has no attribute 'costCenter'", fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("attribute 'Office' is called 'office'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("attribute 'title' is disabled", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_line_is_dropped_if_the_schema_lacks_it()
    {
        SchemaEntry[] schema = [.. MapPresets.PingOne.Rules.Where(rule => !rule.IsOptional)
            .Select(rule => new SchemaEntry { Name = rule.Target })];

        Assert.DoesNotContain("department", MapCheck.Check(MapPresets.PingOne, schema: schema).Rules.Select(rule =>
            rule.Target));
        Assert.Contains("department", MapCheck.Check(MapPresets.PingOne,
            schema: [.. schema, new() { Name = "department" }]).Rules.Select(rule => rule.Target));
    }

    [Fact]
    public void The_schema_defines_lengths_and_values()
    {
        SchemaEntry[] schema =
        [
            .. MapPresets.PingOne.Rules.Select(rule => new SchemaEntry
            {
                Name = rule.Target, MaxLength = rule.Target == "title" ? 5 : null, AllowedValues = rule.Target == "type"
                    ? ["Employee"] : [],
            }),
        ];
        AttributeMap map = MapCheck.Check(MapPresets.PingOne, schema: schema);

        Assert.Equal("Plann", map.Rules.Single(rule => rule.Target == "title").Normalize("Planner").Value);
        Assert.True(map.Rules.Single(rule => rule.Target == "type").Normalize("Contractor").IsInvalid);
    }

    [Theory]
    [InlineData("Position", SourceKind.Property, "Position")]
    [InlineData("UserName()", SourceKind.UserName, null)]
    [InlineData("username()", SourceKind.UserName, null)]
    [InlineData("Supervisor()", SourceKind.Supervisor, null)]
    [InlineData("Supervisor(DistinguishedName)", SourceKind.Supervisor, "DistinguishedName")]
    public void A_source_is_parsed_from_text(string text, SourceKind kind, string? name)
    {
        AttributeSource source = AttributeSource.Parse(text);

        Assert.Equal((kind, name), (source.Kind, source.Name));
    }

    [Theory]
    [InlineData("pingone", "PingOne")]
    [InlineData("ActiveDirectory", "ActiveDirectory")]
    [InlineData("AD", "ActiveDirectory")]
    [InlineData("entraid", "EntraId")]
    public void Presets_are_found_by_name(string name, string expected) =>
        Assert.Equal(expected, MapPresets.Find(name).Name);

    [Fact]
    public void No_preset_maps_private_data()
    {
        string[] banned = ["Birthday", "Gender", "Salary", "TerminationReason", "TerminationType", "Phone", "Address",
            "Status"];

        Assert.All(
            new[] { MapPresets.PingOne, MapPresets.ActiveDirectory, MapPresets.EntraId }.SelectMany(map => map.Rules),
            rule => Assert.DoesNotContain(rule.Source.Name, banned));
    }

    [Fact]
    public void Without_a_user_name_column_nothing_is_created() => Assert.Equal(
        "Finding NoAccount",
        new Company().Set(o => o with { Map = o.Map with { Columns = o.Map.Columns with { UserName =
            null } } }).Add(s_ilka).Says());
}
