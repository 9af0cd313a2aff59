using System.Text;
using System.Text.Json;
using Personio.Client.Json;

namespace Personio.Client.Tests.Json;

public sealed class EmployeeListTests
{
    // As Personio's own description of API v1 shows it.
    private const string Recorded = """
        {"success":true,"metadata":{"total_elements":2,"current_page":0,"total_pages":1},"offset":0,"limit":20,"data":[
        {"type":"Employee","attributes":{
        "id":{"label":"ID","value":1,"type":"integer","universal_id":"id"},
        "first_name":{"label":"First name","value":"Alexander","type":"standard","universal_id":"first_name"},
        "last_name":{"label":"Last name","value":"Bergmann","type":"standard","universal_id":"last_name"},
        "email":{"label":"Email","value":"a.bergmann@example.org","type":"standard","universal_id":"email"},
        "status":{"label":"Status","value":"active","type":"standard","universal_id":"status"},
        "position":{"label":"Position","value":"CTO","type":"standard","universal_id":"position"},
        "supervisor":{"label":"Supervisor","value":{"type":"Employee","attributes":{"id":{"label":"ID","value":2,
        "type":"integer","universal_id":"id"},"first_name":{"label":"First name","value":"Given"},
        "last_name":{"label":"Last name","value":"Family"},"email":{"label":"Email","value":"g@example.org"}}},
        "type":"standard","universal_id":"supervisor"},
        "employment_type":{"label":"Employment type","value":"external","type":"standard"},
        "weekly_working_hours":{"label":"Weekly hours","value":"38.5","type":"standard"},
        "hire_date":{"label":"Hire date","value":"2014-11-09T00:00:00+01:00","type":"date"},
        "contract_end_date":{"label":"Contract ends","value":null,"type":"date"},
        "termination_date":{"label":"Termination date","value":"2026-06-30T00:00:00+0200","type":"date"},
        "last_working_day":{"label":"Last day of work","value":"","type":"date"},
        "subcompany":{"label":"Subcompany","value":{"type":"Subcompany","attributes":{"id":7033,"name":"Demo GmbH"}}},
        "office":{"label":"Office","value":"Munich","type":"standard"},
        "department":{"label":"Department","value":{"type":"Department","attributes":{"id":281521,"name":"Support"}}},
        "team":{"label":"Team","value":[],"type":"standard"},
        "cost_centers":{"label":"Cost center","value":[{"type":"CostCenter","attributes":{"id":82957,"name":"One",
        "percentage":60}},{"type":"CostCenter","attributes":{"id":82958,"name":"Two","percentage":40}}]},
        "dynamic_24407":{"label":"Title","value":"Dr","universal_id":null,"type":"standard"},
        "dynamic_33400":{"label":"Anniversary","value":"2021-01-01","universal_id":null,"type":"date"},
        "dynamic_33401":{"label":"Languages","value":"German, English","universal_id":null,"type":"tags"}}},
        {"type":"Employee","attributes":{"id":{"label":"ID","value":2,"type":"integer"}}}]}
        """;

    [Fact]
    public void An_employee_is_read_as_a_person_and_an_employment()
    {
        EmployeeParts parts = Page(Recorded).Items[0];

        Assert.Equal(
            ("1", "Alexander Bergmann", "ACTIVE"),
            (parts.Person.PersonId, parts.Person.DisplayName, parts.Person.Status));
        Assert.Equal(("CTO", "EXTERNAL", 38.5m), (
            parts.Employment!.Position, parts.Employment.Type, parts.Employment.WeeklyWorkingHours));
        Assert.Equal(new DateTime(2014, 11, 9), parts.Employment.EmploymentStartDate);
        Assert.Equal(new LastDay(new DateTime(2026, 6, 30), "Termination"), LastDay.From(parts.Employment));
        Assert.Equal("2", parts.Employment.SupervisorId);
        Assert.Equal(new PersonName("Given Family", "g@example.org"), parts.Names.Supervisor);
        Assert.Equal(
            ("Support", null, "Munich", "Demo GmbH"),
            (parts.Names.Department, parts.Names.Team, parts.Names.Workplace, parts.Names.LegalEntity));
        Assert.Equal(
            "One (60 %); Two (40 %)", EmployeeRow.Create(parts.Person, parts.Employment, parts.Names).CostCenters);
    }

    [Fact]
    public void The_companys_own_attributes_have_the_values_of_API_v2()
    {
        EmployeeParts parts = Page(Recorded).Items[0];

        Assert.Equal("Dr", parts.Person.CustomAttributes["Title"]);
        Assert.Equal(new DateTime(2021, 1, 1), parts.Person.CustomAttributes["Anniversary"]);
        Assert.Equal("German; English", parts.Person.CustomAttributes["Languages"]!.ToString());
    }

    [Fact]
    public void An_employee_without_readable_attributes_is_still_a_row()
    {
        EmployeeParts parts = Page(Recorded).Items[1];

        Assert.Equal(
            new Personio.Models.Employee { PersonId = "2" },
            EmployeeRow.Create(parts.Person, parts.Employment, parts.Names));
    }

    [Theory]
    [InlineData(100, 250, "?q=1&limit=100&offset=100")]
    [InlineData(100, 100, null)]
    [InlineData(40, 250, "?q=1&limit=100&offset=40")]
    [InlineData(0, 250, null)]
    [InlineData(100, null, "?q=1&limit=100&offset=100")]
    [InlineData(40, null, null)]
    public void Pages_continue_until_the_total_is_reached(int rows, int? total, string? next)
    {
        string data = string.Join(',', Enumerable.Range(1, rows).Select(id =>
            $"{{\"type\":\"Employee\",\"attributes\":{{\"id\":{{\"value\":{id}}}}}}}"));
        string metadata = total is null ? "" : $"\"metadata\":{{\"total_elements\":{total}}},";

        Page<EmployeeParts> page = Page($"{{\"success\":true,{metadata}\"data\":[{data}]}}");

        Assert.Equal(rows, page.Items.Count);
        Assert.Equal(next, page.Next);
    }

    [Fact]
    public void An_employee_without_an_id_is_a_fault_and_the_others_are_returned()
    {
        Page<EmployeeParts> page = Page(
            """
            {"data":[{"type":"Employee","attributes":{"email":{"value":"x@example.org"}}},
            {"type":"Employee","attributes":{"id":{"value":3}}}]}
            """);

        Assert.Equal("3", page.Items.Single().Person.PersonId);
        Assert.Single(page.Faults);
    }

    [Fact]
    public void A_refusal_with_status_200_is_not_a_page() => Assert.Throws<JsonException>(
        () => Page("""{"success":false,"error":{"code":0,"message":"No."}}"""));

    private static Page<EmployeeParts> Page(string body) =>
        new EmployeeListReader("q=1&", 100, null).ReadPage(Encoding.UTF8.GetBytes(body));
}
