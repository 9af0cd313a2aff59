using System.Text;
using Personio.Client.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

/// <summary>Shapes that clients of Personio recorded from real companies, with made-up data.</summary>
public sealed class RecordedShapeTests
{
    [Fact]
    public void A_person_has_attributes_with_dotted_ids_lowercase_types_and_values_of_every_shape()
    {
        Person person = Sample.Read<Person>(
            """
            {"id":"7","email":"a@example.org","updated_at":"2026-01-01T00:00:00.123456Z","first_name":"Ada",
             "last_name":"Nord","preferred_name":"Ada N.","gender":"UNSPECIFIED","profile_picture":{"url":""},
             "status":"UNSPECIFIED","employments":[{"id":"e"}],"custom_attributes":[
              {"global_id":"900","id":"dynamic_1234567890abcd.12345678","type":"int","value":12345},
              {"global_id":"901","id":"dynamic_2","type":"unspecified","value":[{"name":"A"},{"name":"B"}]},
              {"global_id":"902","id":"dynamic_3","type":"string_list","value":["x","y"]},
              {"global_id":"903","id":"dynamic_4","type":"boolean","value":"true"}]}
            """);

        Assert.Equal("Ada N.", person.DisplayName);
        Assert.Equal(12345L, Convert.ToInt64(person.CustomAttributes["dynamic_1234567890abcd.12345678"], null));
        Assert.Equal(2, Assert.IsAssignableFrom<System.Collections.IEnumerable>(
            person.CustomAttributes["dynamic_2"]).Cast<object>().Count());
        Assert.Equal(true, person.CustomAttributes["dynamic_4"]);
    }

    [Fact]
    public void An_employment_has_a_termination_full_of_nulls_and_the_last_day_under_either_name()
    {
        Employment stays = Sample.Read<Employment>(
            """
            {"id":"e","position":{"title":""},"status":"ACTIVE","weekly_working_hours":38.5,"type":"UNSPECIFIED",
             "termination":{"termination_date":null,"last_working_date":null,"terminated_at":null,"type":null,
             "reason":null},"org_units":[],"cost_centers":[],"legal_entity":null}
            """);
        Employment leaves = Sample.Read<Employment>(
            """{"id":"e","status":"ACTIVE","termination":"""
            + """{"termination_date":"2026-12-31","last_working_date":"2026-12-15"} }""");

        Assert.Equal((null, null), (stays.TerminationDate, stays.LastWorkingDay));
        Assert.Equal(new DateTime(2026, 12, 15), leaves.LastWorkingDay);
    }

    [Theory]
    [InlineData("2026-04-02T00:00:00", "2026-04-03T00:00:00", "2026-04-02")]
    [InlineData("2026-04-02T00:00:00Z", "2026-04-03T00:00:00Z", "2026-04-02")]
    [InlineData("2026-04-02T00:00:00.000Z", "2026-04-03T00:00:00.000Z", "2026-04-02")]
    [InlineData("2026-12-28T00:00:00", "2027-01-01T00:00:00", "2026-12-31")]
    public void An_absence_ends_the_day_before_the_midnight_with_or_without_a_zone_and_a_fraction(
        string start, string end, string lastDay)
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>(
            $$"""
            {"id":"x","person":{"id":"7"},"absence_type":{"id":"t"},"comment":"","approval":{"status":"APPROVED"},
             "starts_from":{"date_time":"{{start}}","type":"FIRST_HALF"},
             "ends_at":{"date_time":"{{end}}","type":"SECOND_HALF"} }
            """);

        Assert.Equal(DateTime.Parse(lastDay, null), absence.EndDate);
    }

    [Fact]
    public void A_breakdown_names_its_unit_in_the_duration()
    {
        AbsenceBreakdown half = Sample.Read<AbsenceBreakdown>(
            """{"date":"2026-06-02","effective_duration":{"unit":"DAY","value":0.5} }""");
        AbsenceBreakdown hours = Sample.Read<AbsenceBreakdown>(
            """{"date":"2026-06-05","effective_duration":{"unit":"HOUR","value":"3.5"} }""");

        Assert.Equal((0.5m, null), (half.Days, half.Hours));
        Assert.Equal((null, 3.5m), (hours.Days, hours.Hours));
    }

    [Fact]
    public void A_project_has_its_dates_and_references_in_objects()
    {
        Project project = Sample.Read<Project>(
            """
            {"id":"p","name":"Launch","project_code":"25-1","parent_project":{"id":"p0"},"start":{"date":"2026-01-01"},
             "end":{"date":"2027-01-01"},"client_name":"Client","cost_center":{"id":"c"},"billable":true}
            """);

        Assert.Equal(("25-1", "p0", "c", "Client"),
            (project.ProjectCode, project.ParentProjectId, project.CostCenterId, project.ClientName));
        Assert.Equal((new DateTime(2026, 1, 1), new DateTime(2026, 12, 31)), (project.StartDate, project.EndDate));
    }

    [Fact]
    public void An_org_unit_has_a_chain_of_parents()
    {
        OrgUnit unit = Sample.Read<OrgUnit>(
            """
            {"id":"2","type":"team","name":"Ops","resource_uri":"/2","create_time":"2024-05-01T10:00:00.123456",
             "parent_id":"1",
             "parent_chain":[{"id":"1","type":"department","name":"Tech","create_time":"2024-04-01T10:00:00Z"}]}
            """);

        Assert.Equal(("1", 2024), (unit.ParentId, unit.CreatedAt?.Year));
    }

    [Fact]
    public void A_balance_has_fractions_of_days()
    {
        AbsenceBalance balance = Sample.Read<AbsenceBalance>(
            """{"id":1,"name":"Vacation","category":"paid_vacation","balance":8.33,"available_balance":"-0.5"}""");

        Assert.Equal(("1", 8.33m, -0.5m), (balance.V1AbsenceTypeId, balance.Balance, balance.AvailableBalance));
    }

    [Fact]
    public void A_single_resource_may_be_in_the_envelope_of_lists() =>
        Assert.Equal("j", Sample.Read<RecruitingJob>("""{"_data":{"id":"j","name":"Engineer"} }""").RecruitingJobId);

    [Fact]
    public void A_compensation_has_its_amount_flat_or_nested()
    {
        Compensation nested = Sample.Read<Compensation>(
            """{"id":"c","person":{"id":"7"},"type":{"id":"t","name":"Salary","category":"FIXED_SALARY"}"""
            + ""","amount":{"value":"4850.50","currency":"EUR"} }""");
        Compensation flat = Sample.Read<Compensation>(
            """{"id":"c","person_id":7,"type":{"id":"t","name":"Salary"},"value":4850.5,"currency":"EUR"}""");

        Assert.Equal(("7", 4850.5m, "EUR"), (nested.PersonId, nested.Amount, nested.Currency));
        Assert.Equal(("7", 4850.5m, "EUR"), (flat.PersonId, flat.Amount, flat.Currency));
    }

    [Fact]
    public void Cells_of_a_report_are_typed_by_their_member()
    {
        Page<ReportRow> page = new ReportReader().ReadPage(Encoding.UTF8.GetBytes(
            """
            {"report_config":{"name":"Hours"},"_meta":{"links":null,"columns":[
               {"name":"last_name","display":"Last name","type":"string"},
               {"name":"client","display":"Client","type":"option"},
               {"name":"date","display":"Day","type":"timestamp"},{"name":"hours","display":"Hours","type":"decimal"}]},
             "_data":[[{"attribute_id":"last_name","string_value":{"value":"Nord"} },
               {"attribute_id":"client","options_value":{"options":[{"key":"A","value":"A Ltd"}]} },
               {"attribute_id":"date","string_value":{"value":"2026-05-04"} },
               {"attribute_id":"hours","numeric_value":{"number":3.5} }]]}
            """));

        Dictionary<string, object?> row = Assert.Single(page.Items).Cells.ToDictionary(
            cell => cell.Key, cell => cell.Value);
        Assert.Equal("Nord", $"{row["Last name"]}");
        Assert.Equal("A Ltd", $"{row["Client"]}");
        Assert.Equal(3.5m, Convert.ToDecimal(row["Hours"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(row["Day"]);
    }

    [Fact]
    public void Rows_of_old_clients_may_come_in_an_envelope_without_meta() => Assert.Equal(
        "t",
        Assert.Single(EnvelopeReader
            .ReadPage<AbsenceType>("""{"_data":[{"id":"t","name":"Vacation","unit":"DAY"}]}"""u8.ToArray()).Items)
            .AbsenceTypeId);
}
