namespace Personio.Sandbox.Tenant;

/// <summary>The texts of a plausible engineering company with its main office in Hamburg.</summary>
internal static class BelievableWords
{
    public static CompanyWords Create() => new()
    {
        Departments =
        [
            .. CompanyRoles.Departments.Select(department =>
                new UnitWords(department.Name, department.Abbreviation, department.Parent)),
        ],
        Teams =
        [
            .. CompanyRoles.Departments.SelectMany(department => department.Teams).Select(team => new UnitWords(team)),
        ],
        CostCenters = [.. CompanyRoles.Departments.Select(department => department.CostCenter)],
        Workplaces = ["Hamburg", "München", "Graz", "Boston", "Remote"],
        DoctorType = "Doctor's appointment",
        SickTypes = ("Sick leave", "Child sick leave"),
        AbsenceComments =
        [
            null, null, null, "Family visit", "Urlaub", "Long weekend", null, "Umzug", "School holidays",
            "Trip to Lisbon",
        ],
        AttendanceComments =
        [
            null, null, null, null, null, "Customer visit", null, "Homeoffice", null, "Inventory", null, null,
        ],
        CompensationTypes =
        [
            "Base salary", "Hourly wage", "Shift allowance", "Fahrtkostenzuschuss", "Welcome bonus", "Jahresprämie",
        ],
        DocumentCategories = ["Contracts", "References", "Sick notes", "Other"],
        Files =
        [
            new("Arbeitsvertrag.pdf", "application/pdf"), new("Data protection agreement.pdf", "application/pdf"),
            new("Zwischenzeugnis.pdf", "application/pdf", 1), new("Krankmeldung.pdf", "application/pdf", 2),
            new("Safety training certificate.pdf", "application/pdf", 3), new("Bonus agreement.pdf", "application/pdf"),
        ],
        ApplicationFiles =
        [
            new("Lebenslauf.pdf", "application/pdf", 3), new("Cover letter.pdf", "application/pdf", 3),
            new("Arbeitszeugnis.pdf", "application/pdf", 1),
        ],
        DocumentComments = [null, null, "Original is in the personnel file"],
        Projects =
        [
            ("Ledger migration", "Move of the general ledger to the new ERP system", "Muster Logistik GmbH"),
            ("Sensor refit", "New sensors for all plants of series 4", null),
            ("Archive Munich", "Closing of the paper archive", null), ("Customer portal", null, null),
            ("Ledger migration: books", null, null), ("Ledger migration: audit", null, null),
            ("Sensor refit: north", "Plants in Hamburg and Bremen", null),
            ("Open house", "Open day for customers and families", "Beispiel Event GmbH"),
        ],
        JobFamilies = [.. CompanyRoles.Departments.Select(department => department.Name)],
        RecruitingCategories = ["Back office", "Field service", "Engineering"],
        RecruitingJobs =
        [
            "Lohnbuchhalter:in (m/w/d)", "Servicetechniker:in im Außendienst (m/w/d)", "Firmware Engineer",
            "Account Manager", "Working Student Quality",
        ],
        RecruitingDepartments = [7, 8, 4, 3, 6],
        RecruitingStages = ["Screening", "Interview", "Trial day"],
        Channel = "Career page",
        Reports = ["Workforce", "Names", "Headcount by department", "Org structure", "Weekly hours"],
        DepartmentColumn = "Department",
        DeadWebhook = ("https://down.example.invalid/payroll", "Payroll, switched off"),
    };
}
