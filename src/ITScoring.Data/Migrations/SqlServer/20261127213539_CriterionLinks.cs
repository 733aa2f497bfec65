using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CriterionLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CriterionLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EarlierSet = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EarlierVersion = table.Column<int>(type: "int", nullable: false),
                    EarlierCriterion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LaterSet = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LaterVersion = table.Column<int>(type: "int", nullable: false),
                    LaterCriterion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    LinkedById = table.Column<int>(type: "int", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CriterionLinks_Users_LinkedById",
                        column: x => x.LinkedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CriterionLinks_EarlierSet_EarlierVersion_EarlierCriterion_LaterSet_LaterVersion",
                table: "CriterionLinks",
                columns: new[] { "EarlierSet", "EarlierVersion", "EarlierCriterion", "LaterSet", "LaterVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriterionLinks_LaterSet_LaterVersion_LaterCriterion_EarlierSet_EarlierVersion",
                table: "CriterionLinks",
                columns: new[] { "LaterSet", "LaterVersion", "LaterCriterion", "EarlierSet", "EarlierVersion" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CriterionLinks");
        }
    }
}
