using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Creates the persons.</summary>
internal sealed class PeopleBuilder(SandboxOptions options, TenantCalendar calendar, CompanyStructure organization)
{
    public const int FirstId = 4100;

    public void AddTo(Table<PersonRow> persons)
    {
        IPeopleSource source = options.Hostile
            ? new HostilePeople(options, calendar, organization)
            : new BelievablePeople(options, calendar, organization);
        for (int i = 0; i < options.PersonCount; i++)
        {
            persons.Add(source.Create(i));
        }

        foreach (LegalEntityRow entity in organization.LegalEntities.Rows)
        {
            entity.ContactId = persons.Rows.Count > 0 ? persons.Rows[0].Id : null;
            entity.AssignedEmployees = persons.Rows.Count(
                person => person.Status == "ACTIVE" && person.Employments[0].LegalEntityId == entity.Id);
        }
    }

    public static string IdOf(int index) => (FirstId + index).ToString(CultureInfo.InvariantCulture);
}
