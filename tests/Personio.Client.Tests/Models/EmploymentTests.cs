using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class EmploymentTests
{
    [Fact]
    public void Exported_values_are_top_level_properties()
    {
        Employment employment = Sample.Read<Employment>(Sample.Employment);

        Assert.Equal("e-1", employment.EmploymentId);
        Assert.Equal("4711", employment.PersonId);
        Assert.Equal("ACTIVE", employment.Status);
        Assert.Equal("INTERNAL", employment.Type);
        Assert.Equal("Controller", employment.Position);
        Assert.Equal("55", employment.DepartmentId);
        Assert.Equal("902", employment.TeamId);
        Assert.Equal("4102", employment.SupervisorId);
        Assert.Equal("311", employment.WorkplaceId);
        Assert.Equal("12", employment.LegalEntityId);
        Assert.Equal("j-1", employment.JobId);
        Assert.Equal(38.5m, employment.WeeklyWorkingHours);
        Assert.Equal(40m, employment.FullTimeWeeklyWorkingHours);
        Assert.Equal("Controller", $"{employment}");
    }

    [Fact]
    public void Dates_of_an_employment_have_no_time()
    {
        Employment employment = Sample.Read<Employment>(Sample.Employment);

        Assert.Equal(new DateTime(2022, 3, 1), employment.EmploymentStartDate);
        Assert.Null(employment.EmploymentEndDate);
        Assert.Null(employment.ContractEndDate);
        Assert.Equal(new DateTime(2022, 8, 31), employment.ProbationEndDate);
        Assert.Equal(new DateTimeOffset(2022, 2, 10, 9, 0, 0, TimeSpan.Zero), employment.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 10, 30, 0, TimeSpan.Zero), employment.UpdatedAt);
    }

    [Fact]
    public void A_termination_is_flat()
    {
        Employment employment = Sample.Read<Employment>(Sample.Employment);

        Assert.Equal(new DateTime(2026, 12, 31), employment.TerminationDate);
        Assert.Equal(new DateTime(2026, 12, 15), employment.LastWorkingDay);
        Assert.Equal(new DateTime(2026, 9, 30), employment.TerminatedAt);
        Assert.Equal("EMPLOYEE", employment.TerminationType);
        Assert.Equal("Moves", employment.TerminationReason);
    }

    [Theory]
    [InlineData("""{"termination":{"last_working_day":"2026-12-15"}}""")]
    [InlineData("""{"termination":{"last_working_date":"2026-12-15"}}""")]
    [InlineData("""{"termination":{"last_working_day":null,"last_working_date":"2026-12-15"}}""")]
    public void The_last_working_day_is_known_by_both_its_names(string json)
    {
        Assert.Equal(new DateTime(2026, 12, 15), Sample.Read<Employment>(json).LastWorkingDay);
    }

    [Theory]
    [InlineData("""{"legal_entity":{"id":"12"},"sub_company":{"id":"13"}}""", "12")]
    [InlineData("""{"legal_entity":null,"sub_company":{"id":"13"}}""", "13")]
    [InlineData("""{"legal_entity":{"id":null},"sub_company":{"id":"13"}}""", "13")]
    [InlineData("""{"sub_company":null}""", null)]
    public void The_legal_entity_is_also_known_by_its_old_name(string json, string? id)
    {
        Assert.Equal(id, Sample.Read<Employment>(json).LegalEntityId);
    }

    [Fact]
    public void Lists_are_readable_in_one_cell()
    {
        Employment employment = Sample.Read<Employment>(Sample.Employment);

        Assert.Equal("department 55; TEAM 902", $"{employment.OrgUnits}");
        Assert.Equal("1201 (60 %); 1202 (40.5 %)", $"{employment.CostCenters}");
    }

    [Fact]
    public void An_employment_without_a_position_is_named_by_its_id()
    {
        Assert.Equal("e-1", $"{Sample.Read<Employment>("""{"id":"e-1"}""")}");
    }

    [Fact]
    public void A_missing_person_is_filled_in_if_known_from_elsewhere()
    {
        Employment employment = Sample.Read<Employment>("""{"id":"e-1"}""") with { PersonId = "4711" };

        Assert.Equal("4711", employment.PersonId);
    }
}
